"""Problems of other kinds: a query with its tables, a faulty module to be mended."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits, Sources, write_problem
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.tests.packs import frozen, problem_id, write_pack
from warmstart.web.coding.tables import columns_of, differing, samples_of

PAGE = "/problems/pair/"
HTMX = {"HX-Request": "true"}
RIGHT = "SELECT name, pay FROM staff WHERE pay > 10"
STAFF: dict[str, list[tuple[object, ...]]] = {"staff": [("Ann", 20), ("Bob<b>", 30), ("Cy", None)]}
VALID = "def valid(inp):\n    assert set(inp) == {'staff'}, 'there is one table, staff'\n"
QUERY = FrozenProblem(
    id=str(problem_id(0)),
    version=1,
    kind="sql",
    entry="query",
    imports=(),
    starter="-- Columns: name, pay.\nSELECT NULL AS nothing_yet\n",
    reference=RIGHT,
    schema="CREATE TABLE staff (name TEXT, pay INTEGER);",
    cases=(
        FrozenCase("1", "two", "the plain one", STAFF, [("Ann", 20), ("Bob<b>", 30)], True, "hand"),
        FrozenCase("2", "hidden", "", {"staff": [("Eve", 12345)]}, [("Eve", 12345)], False, "hand"),
    ),
    source=Sources(valid=VALID),
    limits=Limits(seconds=5, mib=64),
)


def index(pack: Path, problem: FrozenProblem) -> None:
    folder = write_pack(pack) / "problems/pair"
    text = (folder / "problem.md").read_text()
    more = f'kind = "{problem.kind}"' + (f'\nschema = "{problem.schema}"' if problem.schema else "")
    (folder / "problem.md").write_text(text.replace('kind = "code"', more))
    (folder / "cases.json").write_text(write_problem(problem))
    index_packs([pack])


@pytest.fixture
def query(db: None, tmp_path: Path) -> None:
    index(tmp_path / "pack", QUERY)


def test_a_debugging_round_says_that_the_code_is_given_and_faulty(
    alice: Client, db: None, tmp_path: Path
) -> None:
    index(tmp_path / "pack", replace(frozen(), kind="debug"))
    page = alice.get(PAGE).content.decode()
    assert "A debugging round." in page
    assert '<label for="source">The code to mend</label>' in page
    assert "A debugging round." not in alice.get("/problems/").content.decode()


def test_other_problems_are_no_debugging_rounds(alice: Client, db: None, tmp_path: Path) -> None:
    index(tmp_path / "pack", frozen())
    assert "debugging round" not in alice.get(PAGE).content.decode()


class TestAQuerysPage:
    @pytest.mark.usefixtures("query")
    def test_schema_samples_and_language_are_shown(self, alice: Client) -> None:
        page = alice.get(PAGE).content.decode()
        assert "CREATE TABLE staff" in page
        assert "Sample: two" in page
        assert '<th scope="col">pay</th>' in page
        assert "Bob&lt;b&gt;" in page
        assert 'data-language="sql"' in page
        assert "12345" not in page

    def test_only_queries_have_samples_as_tables(self) -> None:
        assert samples_of(frozen()) == ()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("judging")
class TestAQueryJudged:
    def run(self, client: Client, text: str, place: str = "submit", **more: str) -> str:
        return client.post(f"{PAGE}{place}/", {"source": text} | more, headers=HTMX).content.decode()

    def test_rows_that_differ_are_told_in_words(self, alice: Client, query: None) -> None:
        panel = self.run(
            alice, "SELECT name, pay FROM staff WHERE pay > 10 AND pay < 25 OR pay IS NULL", "samples"
        )
        assert '<td class="sign">missing</td><td>Bob&lt;b&gt;</td><td>30</td>' in panel
        assert '<td class="sign">not wanted</td><td>Cy</td><td class="quiet">NULL</td>' in panel
        assert '<td class="sign"></td><td>Ann</td><td>20</td>' in panel

    def test_a_hidden_case_shows_no_rows(self, alice: Client, query: None) -> None:
        panel = self.run(alice, "SELECT name, pay FROM staff WHERE pay = 20")
        assert "hidden" in panel
        assert "12345" not in panel

    def test_a_right_query_is_accepted(self, alice: Client, query: None) -> None:
        assert "accepted" in self.run(alice, RIGHT)

    def test_what_is_no_query_is_told_in_words(self, alice: Client, query: None) -> None:
        assert "syntax error" in self.run(alice, "SELEC 1", "samples")
        assert "is not allowed" in self.run(alice, "DROP TABLE staff", "samples")

    def test_own_tables_are_read_and_checked(self, alice: Client, query: None) -> None:
        panel = self.run(alice, RIGHT, "own-input", input="{'staff': [('Zoe', 99)]}")
        assert "<td>Zoe</td>" in panel
        assert "one table, staff" in self.run(alice, RIGHT, "own-input", input="{'stuff': []}")
        assert "from each table" in self.run(alice, RIGHT, "own-input", input="[1]")


class TestDiffering:
    ORDERED = replace(QUERY, ordered=True)

    def signs(self, problem: FrozenProblem, got: str) -> list[str]:
        table = differing(problem, problem.cases[0], got)
        assert table is not None
        return [line.sign for line in table.lines]

    def test_without_an_order_rows_find_their_partners(self) -> None:
        assert self.signs(QUERY, "[('Bob<b>', 30), ('Ann', 20.0)]") == ["", ""]

    def test_in_order_a_row_out_of_place_is_wanted_elsewhere(self) -> None:
        assert self.signs(self.ORDERED, "[('Bob<b>', 30), ('Ann', 20)]") == ["not wanted", "", "missing"]

    def test_a_row_too_many_is_not_wanted_once(self) -> None:
        got = "[('Ann', 20), ('Ann', 20), ('Bob<b>', 30)]"
        assert self.signs(QUERY, got) == ["", "", "not wanted"]

    def test_columns_that_do_not_fit_have_numbers(self) -> None:
        table = differing(QUERY, QUERY.cases[0], "[('Ann', 20, 1)]")
        assert table is not None
        assert table.columns == ("column 1", "column 2", "column 3")

    @pytest.mark.parametrize("got", ["[('Ann', 2", "17", "[1, 2]", "nonsense("])
    def test_what_is_no_table_is_none(self, got: str) -> None:
        assert differing(QUERY, QUERY.cases[0], got) is None

    def test_of_many_rows_those_that_differ_are_shown(self) -> None:
        rows = [(str(n), n) for n in range(200)]
        case = replace(QUERY.cases[0], expected=rows)
        table = differing(QUERY, case, repr([*rows[:150], *rows[151:]]))
        assert table is not None
        assert table.lines[0].sign == "missing"
        assert (len(table.lines), table.more) == (40, 160)


@pytest.mark.parametrize(
    ("schema", "columns"),
    [
        ("CREATE TABLE a (x TEXT, y INTEGER)", {"a": ("x", "y")}),
        ('create table if not exists "a" ("x" TEXT, PRIMARY KEY (x))', {"a": ("x",)}),
        (
            "CREATE TABLE a (x DECIMAL(10, 2) CHECK (x > 0), y); CREATE TABLE b (z)",
            {"a": ("x", "y"), "b": ("z",)},
        ),
        ("CREATE TABLE a (x", {"a": ()}),
        ("nonsense", {}),
    ],
)
def test_columns_are_read_from_the_schema(schema: str, columns: dict[str, tuple[str, ...]]) -> None:
    assert columns_of(schema) == columns
