"""What the details of a line tell: both sides of each promise, with times and sources."""

from __future__ import annotations

from foedera.page.data import Arrow

from .conftest import Open, Opened
from .samples import CITED, one_way, sample, span, succeeded

_SIDES = """() => [...document.querySelectorAll(".card")].map((card) => {
  const said = [];
  for (const each of card.children) {
    if (each.matches(".end")) said.push([]);
    if (each.textContent === "Sources" || each.matches("dl")) break;
    const parts = each.matches("ul") ? [...each.children] : [each.querySelector("summary") ?? each];
    said.at(-1)?.push(...parts.map(({ textContent }) => textContent));
  }
  return said.map(([head, ...parts]) => `${head}: ${parts.join("; ")}`);
})"""


def told(seen: Opened, key: str) -> list[list[str]]:
    """What each card of a line says of the two sides: headings with what stands under them, of what is folded the summary."""
    seen.evaluate("(key) => page.change({ selected: key })", key)
    found: list[list[str]] = seen.evaluate(_SIDES)
    return found


def test_a_line_to_a_hub_tells_who_is_across_and_counts_them_where_they_are_many(opened: Open) -> None:
    """Estonia's line has Estonia's part, and those whom it owes and who owe it, with their own times and sources."""
    seen = opened(sample())
    article_5, article_4, article_10 = told(seen, "line:nato|EST")
    assert article_5 == ["Each owes it to the others: Estonia, since 2004-03-29; 5 parties"] == article_4
    folded = seen.page.locator(".card").first.locator("details")
    folded.locator("summary").click()
    others = folded.locator("ul").first.locator("li").all_inner_texts()
    assert sorted(others) == [
        "Finland, since 2023-04-04",
        "France, since 1949-08-24",
        "Türkiye, since 1952-02-18",
        "United Kingdom, since 1949-08-24",
        "United States, since 1949-08-24",
    ]
    assert "Member countries" in folded.locator(".sources").inner_text()
    assert article_10 == ["Owed by: Estonia, since 2004-03-29", "To: nobody named"]
    seen.page.fill("#day", "1949-12-31")
    assert told(seen, "line:nato|FRA")[0] == [
        "Each owes it to the others: France, since 1949-08-24; United States, since 1949-08-24; United Kingdom, since 1949-08-24"
    ]


def test_a_line_to_a_hub_tells_a_party_that_only_owes_or_is_only_owed_from_one_that_does_both(
    opened: Open,
) -> None:
    guarantee = [
        *one_way("manila/article-4", "USA", "PHL", span("1952")),
        Arrow("manila/article-4", "FRA", True, span("1953"), CITED),
        Arrow("manila/article-4", "FRA", False, span("1954"), CITED),
    ]
    seen = opened(sample(arrows=guarantee, ties=()))
    assert told(seen, "line:manila|PHL") == [
        ["Owed to: Philippines, since 1952", "By: United States, since 1952; France, since 1953"]
    ]
    assert told(seen, "line:manila|USA") == [
        ["Owed by: United States, since 1952", "To: Philippines, since 1952; France, since 1954"]
    ]
    assert told(seen, "line:manila|FRA") == [
        [
            "Owed by: France, since 1953",
            "To: Philippines, since 1952",
            "Owed to: France, since 1954",
            "By: United States, since 1952",
        ]
    ]


def test_a_line_between_two_tells_both_sides_and_the_one_of_the_day_where_a_state_followed_another(
    opened: Open,
) -> None:
    seen = opened(succeeded())
    assert told(seen, "line:us-ukraine|UKR|USA")[0] == [
        "Owed by: United States, since 2024-06-13",
        "Owed to: Ukraine, since 2024-06-13",
    ]
    seen.page.fill("#day", "1991-12-25")
    finland = "Finland, since 1948-05-31, until 1992-01-20"
    assert told(seen, "line:finland-ussr|FIN|SUN") == [
        [f"Each owes it to the other: {finland}; Soviet Union, since 1948-05-31, until 1991-12-26"]
    ]
    seen.page.fill("#day", "1991-12-26")
    assert "Nothing of it shows on this day" in seen.text("#details")
    assert told(seen, "line:finland-ussr|FIN|RUS") == [
        [f"Each owes it to the other: {finland}; Russia, since 1991-12-26, until 1992-01-20"]
    ]
    seen.evaluate("() => page.change({ chain: { from: 'FIN', to: 'RUS', any: false, nth: 0 } })")
    assert seen.evaluate("() => graph.scene().marked.lines.map((i) => lineKey(page.facts, i))") == [
        "line:finland-ussr|FIN|RUS"
    ]
    seen.evaluate("() => page.change({ selected: null })")
    seen.page.locator(".hops .entry").first.click()
    assert seen.text("#details h2") == "Finland and Russia: Treaty of Friendship"


def test_entries_of_a_party_say_which_are_not_certainly_in_force_and_of_the_others_nothing(
    opened: Open,
) -> None:
    all_times = "times=certain,possible,ended,ahead,suspended"
    entries = """() => Object.fromEntries([...document.querySelectorAll("#details .entries li")]
      .map((each) => [each.querySelector(".entry").textContent, each.querySelector(".kinds").textContent]))"""
    seen = opened(sample(), link=f"{all_times}&selected=party:UKR")
    assert seen.evaluate(entries) == {
        "France and Ukraine: Agreement of 2002": "security-assistance (ended by that day)",
        "Ukraine and United States: US-Ukraine security agreement": "consultation, reform",
        "Ukraine, promised: NATO": "",
    }
    seen.evaluate("() => page.change({ day: dayNumber('2002-06-01') })")
    assert seen.evaluate(entries) == {
        "France and Ukraine: Agreement of 2002": "security-assistance (only possibly in force on that day)",
        "Ukraine and United States: US-Ukraine security agreement": "consultation (not yet begun on that day), reform (not yet begun on that day)",
        "Ukraine, promised: NATO": "(not yet begun on that day)",
    }
    seen.evaluate("() => page.change({ selected: 'party:PHL' })")
    assert list(seen.evaluate(entries).values()) == ["defense (suspended on that day)"]
