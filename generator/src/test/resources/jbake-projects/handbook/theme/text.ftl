<#setting locale="en_GB">${content.title} ${content.date?string("d MMMM yyyy")} ${1234567.891}
${content.body}