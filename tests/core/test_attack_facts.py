"""Who must act, in cases that the shipped dataset must get right."""

import pytest

from foedera.graph.store import Store
from foedera.queries.areas import area
from foedera.queries.attack import attack
from foedera.queries.attack_answer import AttackAnswer, Standing
from foedera.queries.context import context
from foedera.queries.names import party

NATO, EU = "north-atlantic-treaty/article-5", "treaty-on-european-union/article-42-7"


def asked(
    store: Store, victim: str, on: str, by: str | None = None, where: str | None = None
) -> AttackAnswer:
    return attack(
        store,
        context(store, on),
        party(store, victim),
        party(store, by) if by else None,
        area(store, where) if where else None,
    )


def defending(answer: AttackAnswer) -> dict[str, set[str]]:
    """Who is to defend, by promise."""
    found: dict[str, set[str]] = {}
    for row in answer.rows:
        if row.commitment.kind == "defense":
            found.setdefault(row.commitment.obligation, set()).add(row.commitment.debtor)
    return found


def standings(answer: AttackAnswer) -> dict[str, Standing | None]:
    return {row.commitment.obligation: row.reach.standing for row in answer.rows}


def test_georgia_in_2008(core_store: Store) -> None:
    """Nobody is bound to defend according to core; the CIS and the Partnership for Peace consult."""
    answer = asked(core_store, "GEO", "2008-08-08")
    assert defending(answer) == {}
    assert answer.verdict == "unknown"
    assert answer.reason.startswith("according to core nobody is bound or pledged to defend Georgia")
    duties = {
        (row.commitment.obligation, row.duty) for row in answer.rows if row.commitment.kind == "consultation"
    }
    assert duties == {
        ("cis-charter-1993/article-12", "bound to consult"),
        ("partnership-for-peace-1994/consultation", "pledged to consult"),
    }
    assert "russia-invades-georgia-2008" in {each.about for each in answer.remarks}
    peace = asked(core_store, "GEO", "2008-08-08", by="RUS").attacker
    assert ("cis-charter-1993/article-3", "bound not to attack or join in") in {
        (row.commitment.obligation, row.duty) for row in peace
    }


def test_the_philippines_attacked_by_china(core_store: Store) -> None:
    """The United States in force, the Manila Pact dormant; Pakistan left it; China has promised no force since 2003."""
    answer = asked(core_store, "PHL", "2024-01-01", by="China")
    assert defending(answer)["us-philippines-1951/article-4"] == {"USA"}
    statuses = {row.commitment.obligation: row.commitment.status for row in answer.rows}
    assert statuses["manila-pact-1954/article-4-1"] == "dormant"
    assert statuses["us-philippines-1951/article-4"] == "in force"
    assert "PAK" in {each.party for each in answer.absent}
    assert [(row.commitment.obligation, row.duty) for row in answer.attacker] == [
        ("treaty-of-amity-1976/article-13", "bound not to attack or join in")
    ]
    assert {each.party for each in answer.conflicts} == {"THA"}, (
        "under the dormant pact, and at peace with China by treaty"
    )
    assert list(asked(core_store, "PHL", "2003-10-07", by="China").attacker) == []


def test_greece_attacked_by_turkey(core_store: Store) -> None:
    """France by its own treaty and the EU's clause; Article 5 is contested; Türkiye is no defender."""
    answer = asked(core_store, "Greece", "2024-01-01", by="Turkey")
    held = defending(answer)
    assert held["france-greece-2021/article-2"] == {"FRA"}
    assert len(held[EU]) == 26
    assert "TUR" not in held[NATO] and "FRA" in held[NATO]
    said = {row.shared for row in answer.rows if row.commitment.obligation == NATO}
    assert len(said) == 1 and "Contested" in str(said.pop())
    assert {row.shared for row in answer.rows if row.commitment.obligation == EU} == {None}
    assert NATO in {row.commitment.obligation for row in answer.attacker}
    commands = {
        row.commitment.debtor: row.to_dict() for row in answer.rows if row.commitment.obligation == NATO
    }
    assert "1974" in commands["ALB"]["creditor_note"], "Greece was outside the command, not Albania"
    assert "debtor_note" not in commands["ALB"] and "1966" in commands["FRA"]["debtor_note"]
    conflicts = {each.party: each.reason for each in answer.conflicts}
    assert conflicts["ITA"] == "bound to defend Greece, and bound to defend Türkiye, by the same promise"
    assert conflicts["FRA"] == "bound to defend Greece, and bound to defend Türkiye"
    assert not {"TUR", "GRC", "IRL"} & set(conflicts)


def test_armenia_in_2020(core_store: Store) -> None:
    """The CSTO and Russia are bound, and the fighting lay outside Armenia; a year before none is told."""
    answer = asked(core_store, "ARM", "2020-10-01")
    held = defending(answer)
    assert held["cst-protocol-2010/article-4"] == {"BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert held["russia-armenia-1997/article-3"] == {"RUS"}
    (fighting,) = [each for each in answer.remarks if each.about == "karabakh-fighting-2020"]
    assert "outside Armenia's recognised territory" in fighting.text and fighting.sources
    there = standings(asked(core_store, "ARM", "2020-10-01", where="Karabakh"))
    assert there["cst-protocol-2010/article-4"] == "does not hold"
    assert there["russia-armenia-1997/article-3"] == "no area"
    assert list(asked(core_store, "ARM", "2019-10-01").remarks) == []


def test_the_falkland_islands(core_store: Store) -> None:
    """Article 5 does not hold there, the answer says by which article, and does not say nobody."""
    answer = asked(core_store, "GBR", "2015-01-01", where="falkland-islands")
    found = standings(answer)
    assert (found[NATO], found[EU]) == ("does not hold", "no area")
    (reach,) = {row.reach for row in answer.rows if row.commitment.obligation == NATO}
    (limit,) = [each for each in reach.limits if each.area == "falkland-islands"]
    assert limit.note is not None and limit.note.startswith("Article 6") and limit.sources
    assert answer.verdict == "yes"
    assert "by promises that do not hold in the Falkland Islands" in answer.reason
    assert {"eu-council-falklands/associated", "frus-1981-88-v13-176/rio-treaty"} <= {
        each.about for each in answer.remarks
    }
    conflicts = {
        each.party: each for each in asked(core_store, "GBR", "2015-01-01", "ARG", "Falklands").conflicts
    }
    usa = conflicts["USA"]
    assert {each.obligation for each in usa.to_attacker} >= {"rio-treaty-1947/article-3"}
    assert NATO not in {each.obligation for each in usa.to_victim}
    assert EU not in standings(asked(core_store, "GBR", "2021-01-01", where="Malvinas"))


def test_hawaii(core_store: Store) -> None:
    """Outside Article 6, but within what the treaties on the Pacific cover; Japan's names other places."""
    answer = asked(core_store, "USA", "2024-01-01", where="Hawaii")
    found = standings(answer)
    assert found[NATO] == "does not hold"
    assert found["anzus/article-4"] == found["us-philippines-1951/article-4"] == "holds"
    assert found["rio-treaty-1947/article-3"] == "unknown"
    assert answer.verdict == "yes"


@pytest.mark.parametrize("where", ["senkaku-islands", "Diaoyu Islands", "the Senkaku Islands"])
def test_an_area_within_another(core_store: Store, where: str) -> None:
    """The islands that Japan administers are where its treaty holds, by any of their names."""
    answer = asked(core_store, "JPN", "2024-01-01", by="CHN", where=where)
    assert standings(answer)["us-japan-1960/article-5"] == "holds"
