package io.zhibu.intake;

import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Span;
import io.zhibu.page.PartialDate;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the fields of an entry probably say, by its text and the words of the site. */
final class Guessing {
    private static final int FEW = 4;
    private static final int IN_TITLE = 5;
    private static final int EDGE = 6;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])((?:19[5-9]|20)[0-9]{2})\\s*年(?![^\\n]{0,8}[〕号])");
    private static final Pattern DAY = Pattern.compile(
            "[（(]?(?:[^0-9\\n]{0,20}[\\s\u3000])?([0-9]{4}|[〇○零一二三四五六七八九]{4})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日[)）]?");
    private static final Pattern AUTHORS =
            Pattern.compile("[（(]?(?:作者|撰稿人?|供稿人?|执笔人?|撰写人?|通讯员)[:：\\s\u3000]+([^（）()]{2,40})[)）]?");
    private static final Pattern SOURCE =
            Pattern.compile("[（(]?(?:稿件)?(?:来源|转自|转载自|原载|摘自)(?:于)?[:：\\s\u3000]*(.{2,60}?)[)）]?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{IsHan}，。；）)”]+");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^“”\"]{2,20})[”\"]");
    private static final String DIGITS = "〇一二三四五六七八九";

    private final Schemas schemas;
    private final List<Known> known;
    private final Schema schema;
    private final Reading reading;
    private final int thisYear;
    private final String whole;
    private final Map<String, Guess> guesses = new LinkedHashMap<>();
    private final Set<Paragraph> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param thisYear years after the next one are no years */
    Guessing(Schemas schemas, List<Known> known, Schema schema, Reading reading, int thisYear) {
        this.schemas = schemas;
        this.known = known;
        this.schema = schema;
        this.reading = reading;
        this.thisYear = thisYear;
        this.whole = reading.whole();
        guess();
    }

    /** By field. */
    Map<String, Guess> guesses() {
        return guesses;
    }

    /** Paragraphs of which nothing is left to say below the front matter. */
    Set<Paragraph> used() {
        return used;
    }

    private void guess() {
        summary();
        authors();
        source();
        for (Field field : schema.fields()) {
            if (!guesses.containsKey(field.key())) {
                field(field).ifPresent(guess -> guesses.put(field.key(), guess));
            }
        }
    }

    private Optional<Guess> field(Field field) {
        if (Set.of("id", "type", "title", "status", "summary", "published", "updated", "authors", "source")
                .contains(field.key())) {
            return Optional.empty();
        }
        if (field.key().equals("access")) {
            return access(field);
        } else if (field.key().equals("years")) {
            return years();
        } else if (field.kind() instanceof Field.Term term) {
            return schemas.vocabulary(term.vocabulary()).flatMap(words -> words(field, words));
        } else if (field.kind() instanceof Field.Reference reference) {
            return entries(field, reference.type());
        } else if (field.kind() instanceof Field.Choice choice) {
            return choice(field, choice.words());
        } else if (field.kind() instanceof Field.Date && field.key().matches("date(_issued)?")) {
            return day();
        } else if (field.kind() instanceof Field.Text && !field.many()) {
            return text(field);
        }
        return Optional.empty();
    }

    private boolean isAsked(Field field) {
        return field.need() instanceof Field.Always;
    }

    /** The widest: whoever may see less is left to somebody who knows. */
    private Optional<Guess> access(Field field) {
        return field.kind() instanceof Field.Term term
                ? schemas.vocabulary(term.vocabulary())
                        .flatMap(words -> words.words().stream().findFirst())
                        .map(word -> new Guess(List.of(word.key()), Set.of(word.key()), "谁能看，由编辑定"))
                : Optional.empty();
    }

    private Optional<Guess> years() {
        Map<Integer, Integer> times = new TreeMap<>();
        Matcher year = YEAR.matcher(reading.title() + "\n" + whole);
        while (year.find()) {
            int number = Integer.parseInt(year.group(1));
            if (number <= thisYear + 1) {
                times.merge(number, 1, Integer::sum);
            }
        }
        Set<Integer> years = new TreeSet<>(times.keySet().stream()
                .sorted(Comparator.comparing((Integer one) -> -times.get(one)))
                .limit(FEW + 1)
                .toList());
        return years.isEmpty() ? Optional.empty() : Optional.of(Guess.of(years.toString(), "文中写到的年份，只留事情自己的"));
    }

    private Optional<Guess> words(Field field, Vocabulary vocabulary) {
        Mentions mentions = Mentions.of(vocabulary);
        Map<String, Integer> times = scored(mentions);
        boolean unit = field.key().equals("unit");
        int least = field.many() ? 2 : 1;
        List<String> best = times.keySet().stream()
                .filter(key -> unit || times.get(key) >= least || isAsked(field))
                .sorted(Comparator.comparing((String key) -> -times.get(key)))
                .limit(field.many() ? Math.min(FEW, field.limits().longest()) : 1)
                .toList();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = best.stream()
                .map(key -> vocabulary.word(key).orElseThrow().label())
                .toList();
        String why = field.many() ? "文中提到的" : "文中提到 " + mentions.in(whole).getOrDefault(best.get(0), 0) + " 次";
        return Optional.of(
                new Guess(List.of(field.many() ? Yaml.of(labels) : Yaml.of(labels.get(0))), Set.copyOf(best), why));
    }

    /** More for what stands in the title, at the beginning or at the end. */
    private Map<String, Integer> scored(Mentions mentions) {
        Map<String, Integer> times = new LinkedHashMap<>(mentions.in(whole));
        mentions.in(reading.title()).keySet().forEach(key -> times.merge(key, IN_TITLE, Integer::sum));
        List<String> lines = reading.lines();
        for (int at = 0; at < lines.size(); at++) {
            if (at < EDGE || at >= lines.size() - EDGE) {
                mentions.in(lines.get(at)).keySet().forEach(key -> times.merge(key, 1, Integer::sum));
            }
        }
        return times;
    }

    private Optional<Guess> entries(Field field, String type) {
        if (type.isEmpty() || Set.of("related", "not_related").contains(field.key())) {
            return Optional.empty();
        }
        Map<String, Integer> times = scored(Mentions.of(
                known.stream().filter(one -> one.type().equals(type)).toList()));
        List<String> best = times.keySet().stream()
                .sorted(Comparator.comparing((String key) -> -times.get(key)))
                .limit(field.many() ? FEW : 1)
                .toList();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        String names = best.stream().map(this::name).collect(Collectors.joining("、"));
        return Optional.of(Guess.of(field.many() ? Yaml.of(best) : best.get(0), "文中提到" + names));
    }

    private String name(String id) {
        return known.stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> one.names().stream())
                .findFirst()
                .map(name -> "《" + name + "》")
                .orElse(id);
    }

    private Optional<Guess> choice(Field field, List<String> words) {
        if (words.contains("收录正文")) {
            return Optional.of(Guess.of("收录正文", "Word 里是全文就不改"));
        }
        return words.stream()
                .filter(word -> word.length() >= 2 && reading.title().contains(word))
                .max(Comparator.comparingInt(word -> reading.title().lastIndexOf(word)))
                .map(word -> Guess.of(word, "标题里有“" + word + "”"))
                .filter(guess -> field.key().equals("kind") || isAsked(field));
    }

    /** The day on which it was signed: a line of its own near the beginning or the end. */
    private Optional<Guess> day() {
        List<String> lines = reading.lines();
        for (int at = lines.size() - 1; at >= 0; at--) {
            Matcher day = DAY.matcher(lines.get(at));
            if ((at < EDGE || at >= lines.size() - EDGE) && day.matches()) {
                String written = number(day.group(1)) + "-" + number(day.group(2)) + "-" + number(day.group(3));
                Optional<PartialDate> date = PartialDate.of(written);
                if (date.isPresent()) {
                    return Optional.of(Guess.of(date.get().toString(), "文中单独成行的日期"));
                }
            }
        }
        return Optional.empty();
    }

    private static String number(String text) {
        if (text.matches("[0-9]+")) {
            return text;
        }
        int ten = text.indexOf('十');
        if (ten >= 0) {
            int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0));
            int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
            return String.valueOf(tens * 10 + ones);
        }
        StringBuilder digits = new StringBuilder();
        for (char c : text.replace('○', '〇').replace('零', '〇').toCharArray()) {
            digits.append(DIGITS.indexOf(c));
        }
        return digits.toString();
    }

    private Optional<Guess> text(Field field) {
        String pattern = field.limits().pattern();
        if (pattern.codePoints().anyMatch(c -> c > 0x7F)) {
            for (Paragraph one : reading.paragraphs()) {
                String line = Outline.said(one);
                if (line.length() <= 40 && line.matches(pattern)) {
                    used.add(one);
                    return Optional.of(Guess.of(Yaml.of(line), "文中单独成行的文号"));
                }
            }
        }
        boolean name = isAsked(field) && field.label().matches(".*名称|姓名|词");
        if (!name || reading.title().isEmpty()) {
            return Optional.empty();
        }
        String text = quoted(reading.title())
                .orElseGet(() ->
                        reading.title().replaceFirst("^.*支部(?=.{2,20}工作法$)", "").replaceFirst("工作法$", ""));
        int length = text.codePointCount(0, text.length());
        boolean fits =
                length >= field.limits().shortest() && length <= field.limits().longest();
        return fits ? Optional.of(Guess.of(Yaml.of(text), "取自标题")) : Optional.empty();
    }

    /** What stands in quotation marks in a title: the name of what it is about. */
    static Optional<String> quoted(String title) {
        return Optional.of(QUOTED.matcher(title)).filter(Matcher::find).map(quoted -> quoted.group(1));
    }

    private void summary() {
        Optional<Field> field = schema.field("summary");
        if (field.isEmpty()) {
            return;
        }
        int least = Math.max(1, field.get().limits().shortest());
        int most = field.get().limits().longest();
        for (Paragraph one : reading.paragraphs()) {
            String line = Outline.said(one);
            boolean text = line.length() >= least
                    && line.matches("(?s).*[。；！？].*")
                    && !one.look().centred()
                    && one.look().heading() == 0;
            if (!text) {
                continue;
            }
            StringBuilder summary = new StringBuilder();
            for (String sentence : line.split("(?<=[。！？])")) {
                if (summary.length() + sentence.length() > most || summary.length() >= 100) {
                    break;
                }
                summary.append(sentence);
            }
            String found = summary.length() >= least
                    ? summary.toString()
                    : line.substring(0, Math.min(line.length(), most - 1));
            guesses.put("summary", Guess.of(Yaml.of(found.strip()), "取自正文第一段"));
            return;
        }
    }

    private void authors() {
        edge().forEach(one -> {
            Matcher author = AUTHORS.matcher(Outline.said(one));
            if (author.matches()
                    && !guesses.containsKey("authors")
                    && schema.field("authors").isPresent()) {
                List<String> names = new ArrayList<>();
                for (String name : author.group(1).split("[、，,；;\\s\u3000]+")) {
                    if (!name.isBlank()) {
                        names.add(name.strip());
                    }
                }
                guesses.put("authors", Guess.of(Yaml.of(names), "文中的署名"));
                used.add(one);
            }
        });
    }

    /** Where it was taken from, if a line says so; what a reprint has to say besides is left to be written. */
    private void source() {
        edge().forEach(one -> {
            String line = Outline.said(one);
            Matcher source = SOURCE.matcher(line);
            if (!source.matches()
                    || guesses.containsKey("source")
                    || schema.field("source").isEmpty()) {
                return;
            }
            Optional<String> url = one.spans().stream()
                    .filter(Span.Words.class::isInstance)
                    .flatMap(span -> ((Span.Words) span).link().stream())
                    .findFirst()
                    .or(() ->
                            Optional.of(URL.matcher(line)).filter(Matcher::find).map(Matcher::group));
            String publisher = URL.matcher(source.group(1))
                    .replaceAll("")
                    .replaceAll("[\\s\u3000，,]+$", "")
                    .strip();
            List<String> lines = new ArrayList<>(List.of(
                    "",
                    "kind: 转载",
                    "title: " + (reading.title().isEmpty() ? "待写" : Yaml.of(reading.title())),
                    "publisher: " + (publisher.isEmpty() ? "待写" : Yaml.of(publisher)),
                    "url: " + url.map(Yaml::of).orElse("待写"),
                    "date: 待写"));
            guesses.put("source", new Guess(lines, Set.of(), "文中写了来源"));
            if (schema.field("copyright").isPresent()) {
                guesses.put("copyright", Guess.of("待写", "转载的要写版权说明"));
            }
            used.add(one);
        });
    }

    private List<Paragraph> edge() {
        List<Paragraph> all = reading.paragraphs();
        List<Paragraph> edge = new ArrayList<>(all.subList(0, Math.min(EDGE + 2, all.size())));
        edge.addAll(all.subList(Math.max(edge.size(), all.size() - EDGE), all.size()));
        return edge;
    }
}
