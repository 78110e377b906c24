<#include "header.ftl"><#include "menu.ftl"><h1>404</h1><#include "footer.ftl">
