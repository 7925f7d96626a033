//! The report in Simplified Chinese.

use crate::markdown::PREDICTIVE;
use crate::run::Run;
use lead_scoring_report::{Html, Language, Markdown, OnePager, Renderer};

const TITLES: [&str; 9] = [
    "## 执行摘要",
    "## 第一部分：数据基础",
    "## 第二部分：赢单/丢单模式分析",
    "## 第三部分：评分模型",
    "## 第四部分：阈值定义",
    "## 第五部分：CRM 实施指南",
    "## 第六部分：验证方法",
    "## 第七部分：当前线索批量评分",
    "## 第八部分：模型维护手册",
];

#[test]
fn the_report_has_its_eight_sections_in_chinese() {
    let report = Run::of(PREDICTIVE).report(true).unwrap();
    let markdown = Markdown::new().in_language(&Language::simplified_chinese()).render(&report).unwrap();
    let titles: Vec<&str> = markdown.lines().filter(|line| TITLES.contains(line)).collect();
    assert_eq!(titles, TITLES);
    assert!(markdown.starts_with("# 潜在客户评分模型：Invented \\| \\<Corp\\>\n"));
    let page = Html::new().in_language(&Language::simplified_chinese()).render(&report).unwrap();
    assert!(page.contains("<html lang=\"zh-Hans\">"));
    assert!(page.contains("潜在客户评分模型"));
    assert!(markdown.contains(" 倍 |"), "{markdown}");
    let guide = OnePager::new().in_language(&Language::simplified_chinese()).render(&report).unwrap();
    let of_words =
        |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter) || "。，、；：（）".contains(letter);
    for line in markdown.lines().chain(guide.lines()) {
        let letters: Vec<char> = line.chars().collect();
        let parted = letters
            .windows(3)
            .any(|three| three[1] == ' ' && "。，、；：！？）".contains(three[0]) && of_words(three[2]));
        assert!(!parted, "a blank behind a mark of full width: {line}");
    }
    // The ends of all tiers are told alike.
    let ranges = guide.lines().filter(|line| line.contains(" 分") && line.starts_with("| "));
    assert_eq!(ranges.count(), 4, "{guide}");
    for document in [&markdown, &page] {
        let spaced = document.match_indices(" %").map(|(at, _)| document[..at].chars().rev().take(20));
        let spaced =
            spaced.map(|before| before.collect::<Vec<char>>()).filter(|before| before[0].is_ascii_digit());
        let figures: Vec<String> = spaced.map(|before| before.into_iter().rev().collect()).collect();
        assert_eq!(figures, Vec::<String>::new(), "a percentage has no space before its sign");
        assert!(document.contains("95%"), "{document}");
    }
    let is_english_lift = |word: &str| word.strip_suffix('x').is_some_and(|lift| lift.parse::<f64>().is_ok());
    let words: Vec<&str> = markdown.split_whitespace().filter(|word| is_english_lift(word)).collect();
    assert!(words.is_empty(), "{words:?}");
}
