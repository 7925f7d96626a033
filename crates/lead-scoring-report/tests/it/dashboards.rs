//! The dashboards as documents: what is in them, what cannot get out of a cell, and both languages.

use lead_scoring_ops::{DashboardOptions, Dashboards, History, HistoryOptions, Period};
use lead_scoring_report::{Html, Json, Language, Markdown, Place, Renderer, Section};
use proptest::prelude::*;
use scraper::{Html as Page, Selector};

const HEADER: &str = "id,date,score,tier,outcome,closed,source,owner,minutes,first contact\n";

fn dashboards(text: &str) -> Dashboards {
    let history = History::read(text.as_bytes(), "folder/history.csv", &HistoryOptions::default()).unwrap();
    let mut options = DashboardOptions::default();
    options.period = Some(Period::Month);
    Dashboards::new(&history, &options).unwrap()
}

/// Thirty leads, scored in January and in March, every fact recorded.
fn full() -> Dashboards {
    let mut text = HEADER.to_owned();
    for lead in 0..30 {
        let tier = ["Hot", "Warm", "Cool", "Cold"][lead % 4];
        let later = ["Warm", "Hot", "Cool", "Cool"][lead % 4];
        let (end, closed) = match lead % 5 {
            0 => ("won", "2026-03-20"),
            1 => ("lost", "2026-02-20"),
            _ => ("open", ""),
        };
        let rest = format!("{end},{closed},S{},R{},{}", lead % 3, lead % 2, 10 + lead);
        let score = 90 - 3 * lead;
        text.push_str(&format!(
            "L{lead},2026-01-05 09:00,{score},{tier},{rest},2026-01-05 09:{:02}\n",
            lead + 10
        ));
        text.push_str(&format!(
            "L{lead},2026-03-05 09:00,{score},{later},{rest},2026-01-05 09:{:02}\n",
            lead + 10
        ));
    }
    dashboards(&text)
}

/// One day, nothing but scores.
fn bare() -> Dashboards {
    dashboards("id,date,score,tier\na,2026-01-05,80,Hot\nb,2026-01-05,,\n")
}

fn select<'p>(page: &'p Page, what: &str) -> Vec<scraper::ElementRef<'p>> {
    page.select(&Selector::parse(what).unwrap()).collect()
}

#[test]
fn every_section_has_its_table_and_every_chart_its_words() {
    let html = Html::new().render(&full()).unwrap();
    let page = Page::parse_document(&html);
    assert_eq!(select(&page, "h3").len(), 13);
    assert_eq!(select(&page, "svg.chart").len(), 11);
    for chart in select(&page, "svg.chart") {
        let told = chart.select(&Selector::parse("desc").unwrap()).next().unwrap().text().collect::<String>();
        assert!(told.chars().any(|c| c.is_ascii_digit()), "{told}");
    }
    assert!(select(&page, "table").len() >= 13);
    assert_eq!(
        page.select(&Selector::parse("title").unwrap()).next().unwrap().inner_html(),
        "Lead Scoring Dashboards: history.csv"
    );
    let main = select(&page, "main")[0].text().collect::<String>();
    assert!(!html.contains("folder/") && !main.contains("NaN"), "folders and undefined figures stay out");
}

#[test]
fn the_figures_of_the_text_are_those_of_the_dashboards() {
    let text = Markdown::new().render(&full()).unwrap();
    // Leads 0, 5, …, 25 are won: 0 and 20 Hot, 5 and 25 Warm, 10 Cool, 15 Cold.
    for row in [
        "| Hot | 8 | 2 | 1 | 5 |",
        "| Warm | 8 | 2 | 2 | 4 |",
        "| Cool | 7 | 1 | 2 | 4 |",
        "| Cold | 7 | 1 | 1 | 5 |",
    ] {
        assert!(text.contains(row), "{row} is not in:\n{text}");
    }
    // Ten leads a source, so that medians fall between two scores.
    assert!(text.contains("| S0 | 10 | 49.5 | 49.5 |"), "{text}");
    // All leads were worked in two tiers or twice in one.
    assert!(
        text.contains("| Leads worked |") && text.contains("worked in two tiers counts in both"),
        "{text}"
    );
    // February holds no score.
    assert!(
        text.contains("| 2026-02-01 | – | – |") && text.contains("In one period nothing was scored"),
        "{text}"
    );
    assert!(!text.contains("What to Record"), "{text}");
}

#[test]
fn a_chart_says_its_medians_as_the_table_beside_it_does() {
    let mut rows = "id,date,score,tier,outcome,closed\n".to_owned();
    for (lead, (tier, day)) in [("Hot", 11), ("Hot", 12), ("Warm", 25)].into_iter().enumerate() {
        rows.push_str(&format!("L{lead},2026-01-01,80,{tier},won,2026-01-{day}\n"));
    }
    let found = dashboards(&rows);
    let text = Markdown::new().render(&found).unwrap();
    assert!(text.contains("| Hot | 2 | 10.5 |") && text.contains("| Warm | 1 | 24.0 |"), "{text}");
    let html = Html::new().render(&found).unwrap();
    let page = Page::parse_document(&html);
    let charts: Vec<String> = select(&page, "svg.chart").iter().map(|chart| chart.text().collect()).collect();
    assert!(charts.iter().any(|chart| chart.contains("10.5") && chart.contains("24.0")), "{charts:?}");
}

#[test]
fn leads_without_a_score_and_rates_of_few_are_told_of_where_there_are_any() {
    let text = Markdown::new().render(&full()).unwrap();
    assert!(!text.contains("Unscoreable.") && !text.contains("not in the averages"), "{text}");
    assert!(text.contains("“Few” marks"), "its rates are of 8 leads and fewer: {text}");
    let mut rows = "id,date,score,tier,outcome,source,owner\n".to_owned();
    for lead in 0..40 {
        let later = ["85,Hot", "85,Hot", "85,Hot", ","][lead % 4];
        let end = ["won", "lost", "open", "open"][lead % 4];
        rows.push_str(&format!(
            "L{lead},2026-01-05,80,Hot,{end},S,R\nL{lead},2026-03-05,{later},{end},S,R\n"
        ));
    }
    rows.push_str("M,2026-01-05,,,open,S,R\nM,2026-03-05,80,Hot,open,S,R\nN,2026-01-05,,,open,S,R\nN,2026-03-05,,,open,S,R\n");
    let text = Markdown::new().render(&dashboards(&rows)).unwrap();
    for told in [
        "0 open leads moved up, 0 moved down, and 10 ended where they began.\n10 more open leads became Unscoreable.",
        "One open lead that began Unscoreable got a score.\nOne open lead began and ended Unscoreable.",
        "sources with most leads first.\n11 leads have no score and are not in the averages and medians.",
        "by who worked them last.\n11 leads have no score",
    ] {
        assert!(text.contains(told), "{told} is not in:\n{text}");
    }
    assert_eq!(text.matches(", few |").count(), text.matches("“Few” marks").count(), "{text}");
}

#[test]
fn what_is_not_recorded_is_said_with_what_to_record() {
    for language in [Language::english(), Language::simplified_chinese()] {
        let text = Markdown::new().in_language(&language).render(&bare()).unwrap();
        assert_eq!(text.matches("`outcome`").count(), 1, "{text}");
        assert_eq!(text.matches("\n### ").count(), 13, "{text}");
        let html = Html::new().in_language(&language).render(&bare()).unwrap();
        assert_eq!(select(&Page::parse_document(&html), "svg.chart").len(), 2);
    }
    assert!(Markdown::new().render(&bare()).unwrap().contains("there is no trend yet"));
}

#[test]
fn languages_differ_in_words_and_not_in_figures() {
    let chinese = Language::simplified_chinese();
    let english = Markdown::new().render(&full()).unwrap();
    let translated = Markdown::new().in_language(&chinese).render(&full()).unwrap();
    assert!(translated.starts_with("# 潜在客户评分仪表板"));
    let rows = |text: &str| {
        text.lines().filter(|line| line.starts_with("| 2026-")).map(str::to_owned).collect::<Vec<_>>()
    };
    let closed: Vec<String> = rows(&english).iter().map(|row| row.replace(" %", "%")).collect();
    assert_eq!(closed, rows(&translated));
    assert!(english.contains(" %") && !translated.contains(" %"));
    // No word of the other language, apart from names of columns, options and people.
    let words = Html::new().in_language(&chinese).render(&full()).unwrap();
    for english in ["Leads", "Won of", "Became Hot", "Median", "Score"] {
        assert!(!words.contains(english), "{english}");
    }
}

#[test]
fn names_stay_names_whatever_they_are() {
    let long = "x".repeat(10_000);
    for name in
        ["<script>alert(1)</script>", "a|b `c` *d*", "🦊\u{202e}gnp", "line\nbreak", &long, "]]> --> </svg>"]
    {
        let text = format!(
            "{HEADER}a,2026-01-05 09:00,5,Hot,won,2026-02-01,\"{name}\",\"{name}\",5,2026-01-05 09:10\n"
        );
        let dashboards = dashboards(&text);
        let html = Html::new().render(&dashboards).unwrap();
        let page = Page::parse_document(&html);
        assert_eq!(select(&page, "script").len(), 1, "{name:.40}");
        assert!(select(&page, "main script, main em, main code, svg svg").is_empty(), "{name:.40}");
        let markdown = Markdown::new().render(&dashboards).unwrap();
        assert!(markdown.lines().all(|line| line.len() < 2_000), "{name:.40}");
        assert!(!markdown.contains('\u{202e}') && !html.contains('\u{202e}'));
    }
}

#[test]
fn sections_and_styles_of_ones_own_are_added() {
    let note = Section::template("Own", "{{ overview.leads }} leads", Place::AfterSection(1));
    let end = Section::text("Last", "nothing follows", Place::End);
    let page = Html::new().with_section(note).with_section(end).with_css("h1 { color: teal }");
    let html = page.render(&full()).unwrap();
    let place = |text: &str| html.find(text).unwrap();
    assert!(place("30 leads") < place("Dashboard 2: Model Performance</h2>") && html.contains("color: teal"));
    assert!(place("nothing follows") > place("3.4 Scores in Each Pipeline</h3>"));
}

#[test]
fn the_json_holds_every_figure_unrounded() {
    let text = Json::new().render(&full()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["schema"], "lead-scoring/dashboards.schema.json");
    assert_eq!(json["span"]["from"], "2026-01-05");
    let hot = &json["performance"]["conversion"][0];
    assert_eq!((hot["tier"].as_str(), hot["of_closed"]["value"].as_f64()), (Some("hot"), Some(2.0 / 3.0)));
    assert_eq!(json["overview"]["hot"][1]["hot"], serde_json::Value::Null);
}

/// The cells of one row: every column, though some are left out of the file.
fn cells() -> impl Strategy<Value = [String; 10]> {
    let lead = "[a-e]";
    let time = "202[56]-0[1-9]-[12][0-8]( 0[0-9]:[0-5][0-9]){0,1}";
    let (score, tier) = ("[1-9]?[0-9]?", "(Hot|Warm|Cool|Cold)?");
    let (outcome, closed) = ("(won|lost|open|later)?", "(202[56]-0[1-9]-[12][0-8])?");
    let (source, owner) = ("[x-z<]?", "[X-Z|]?");
    let (minutes, contact) = ("[1-9]?[0-9]?", "(2026-0[1-9]-[12][0-8] 1[0-9]:[0-5][0-9])?");
    (lead, time, score, tier, outcome, closed, source, owner, (minutes, contact)).prop_map(
        |(lead, time, score, tier, outcome, closed, source, owner, (minutes, contact))| {
            [lead, time, score, tier, outcome, closed, source, owner, minutes, contact]
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_history_has_its_documents_in_both_languages(
        rows in proptest::collection::vec(cells(), 1..25), kept in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let header: Vec<&str> = HEADER.trim_end().split(',').collect();
        let shown: Vec<usize> = (0..10).filter(|at| *at < 4 || kept[*at - 4]).collect();
        let line = |cell: &dyn Fn(usize) -> String| shown.iter().map(|at| cell(*at)).collect::<Vec<_>>().join(",");
        let mut text = line(&|at| header[at].to_owned());
        for row in &rows {
            text.push('\n');
            text.push_str(&line(&|at| row[at].clone()));
        }
        let dashboards = dashboards(&text);
        for language in [Language::english(), Language::simplified_chinese()] {
            let markdown = Markdown::new().in_language(&language).render(&dashboards).unwrap();
            prop_assert!(!markdown.contains("NaN") && !markdown.contains("not defined"), "{}", markdown);
            prop_assert_eq!(markdown.matches("\n### ").count(), 13);
            Html::new().in_language(&language).render(&dashboards).unwrap();
        }
        Json::new().render(&dashboards).unwrap();
    }
}
