"""Drives a real Anki (2.1, its Python packages on ANKI_PYTHONPATH) for real-anki.test.ts.

    real-anki.py import FILE [SCRATCH]   imports a package twice into a new collection; says as JSON what is in it
    real-anki.py bench FILE COUNT REVIEWS  makes a collection, exports it with Anki's own exporter, says how long it took
    real-anki.py make FILE               writes a package with a bit of everything by Anki's own means
"""

import json
import os
import random
import sys
import tempfile
import time

sys.path.insert(0, os.environ["ANKI_PYTHONPATH"])

import anki.lang  # noqa: E402

anki.lang.setLang("en", local=False)

from anki.exporting import AnkiPackageExporter  # noqa: E402
from anki.importing.apkg import AnkiPackageImporter  # noqa: E402
from anki.notes import Note  # noqa: E402
from anki.storage import Collection  # noqa: E402


def imported(path, scratch):
    col = Collection(os.path.join(scratch, "target.anki2"))
    # an older collection: due days have to be shifted
    col.crt -= 86400 * 37
    col.setMod()
    col.save()
    col._loadScheduler()
    runs = []
    for _ in range(2):
        began = time.time()
        importer = AnkiPackageImporter(col, path)
        importer.run()
        runs.append(
            {
                "added": importer.added,
                "updated": importer.updated,
                "same": importer.dupes,
                "seconds": time.time() - began,
                "cards": col.cardCount(),
            }
        )
    return col, runs


def dump(col, runs, draw):
    names = {int(m["id"]): m["name"] for m in col.models.all()}
    today = col.sched.today
    notes = [
        {"id": i, "guid": g, "type": names[m], "mod": mod, "tags": col.tags.split(t), "fields": f.split("\x1f")}
        for i, g, m, mod, t, f in col.db.all("select id, guid, mid, mod, tags, flds from notes order by id")
    ]
    cards = []
    for row in col.db.all(
        "select c.id, n.guid, c.did, c.ord, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.left, c.flags, c.data"
        " from cards c join notes n on n.id = c.nid order by n.id, c.ord"
    ):
        keys = "id guid did ord type queue due ivl factor reps lapses left flags data".split()
        card = dict(zip(keys, row))
        card["deck"] = col.decks.name(card.pop("did"))
        if card["type"] == 2 or card["queue"] in (2, 3):
            card["dueInDays"] = card["due"] - today
        if draw:
            shown = col.getCard(card["id"])
            card["question"], card["answer"] = shown.q(), shown.a()
        cards.append(card)
    log = [list(row) for row in col.db.all("select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")]
    folder = col.media.dir()
    return {
        "runs": runs,
        "notes": notes,
        "cards": cards,
        "log": log,
        "decks": sorted(d["name"] for d in col.decks.all()),
        "media": {name: os.path.getsize(os.path.join(folder, name)) for name in sorted(os.listdir(folder))},
        "sound": col.db.scalar("pragma integrity_check") == "ok" and bool(col.basicCheck()),
    }


def bench(path, count, reviews):
    with tempfile.TemporaryDirectory() as scratch:
        col = Collection(os.path.join(scratch, "source.anki2"))
        model = col.models.byName("Basic")
        deck = model["did"] = col.decks.id("Bench")
        pick = random.Random(1)
        words = "loss weight layer unit gradient bias epoch batch signal mask".split()
        now = int(time.time() * 1000) - 400 * 86400000
        for i in range(count):
            note = Note(col, model)
            note["Front"] = "Question %d about %s" % (i, " ".join(pick.choice(words) for _ in range(6)))
            note["Back"] = "Answer %d is %s" % (i, " ".join(pick.choice(words) for _ in range(12)))
            note.tags = ["part%d" % (i % 20)]
            note.id = now + i
            note.guid = "bench%d" % i
            fields = "\x1f".join(note.fields)
            col.db.execute(
                "insert into notes values (?,?,?,?,-1,?,?,?,?,0,'')",
                note.id, note.guid, model["id"], now // 1000, " part%d " % (i % 20), fields, note["Front"], i,
            )
            col.db.execute(
                "insert into cards values (?,?,?,0,?,-1,2,2,?,30,2500,10,0,0,0,0,0,'')", note.id, note.id, deck, now // 1000, 100 + i % 300
            )
        rows = ((now + 1000 * k, now + k % count, -1, 3, 30, 10, 2500, 5000, 1) for k in range(reviews))
        col.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
        col.save()
        exporter = AnkiPackageExporter(col)
        exporter.did, exporter.includeSched, exporter.includeMedia = None, True, True
        began = time.time()
        exporter.exportInto(path)
        return {"seconds": time.time() - began, "bytes": os.path.getsize(path)}


def make(path):
    with tempfile.TemporaryDirectory() as scratch:
        col = Collection(os.path.join(scratch, "source.anki2"))

        def add(model, fields, deck, tags=""):
            chosen = col.models.byName(model)
            chosen["did"] = col.decks.id(deck)
            note = Note(col, chosen)
            for index, value in enumerate(fields):
                note.fields[index] = value
            note.tags = tags.split()
            assert col.addNote(note) > 0
            return note

        with open(os.path.join(col.media.dir(), "dot.svg"), "w") as file:
            file.write('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><circle r="2"/></svg>')
        add("Basic", ["What is <b>2 + 2</b>?", "4 &lt; 5<br>second line"], "Sums", "math::easy plain")
        add("Basic", ['See <img src="dot.svg">', "A dot \\(x^2\\)"], "Sums::Pictures")
        add("Basic (and reversed card)", ["chat", "cat"], "Words", "fr")
        add("Basic (type in the answer)", ["capital of France", "Paris"], "Words")
        add("Cloze", ["The {{c1::mitochondrion}} has \\({{c2::\\frac{1}{2} }}\\)", "extra"], "Cells")
        add("Basic", ['<table><tr><td colspan="2"><u>wide</u></td></tr></table>', "kept as HTML"], "Sums")
        for card in col.db.list("select id from cards order by id limit 4"):
            col.sched.reset()
            shown = col.getCard(card)
            shown.startTimer()
            col.sched.answerCard(shown, 2)
        last = col.db.list("select id from cards order by id desc limit 2")
        col.sched.suspendCards(last[:1])
        col.db.execute("update cards set flags = 3 where id = ?", last[1])
        col.save()
        exporter = AnkiPackageExporter(col)
        exporter.did, exporter.includeSched, exporter.includeMedia = None, True, True
        exporter.exportInto(path)
        return {"bytes": os.path.getsize(path)}


def main():
    what, path = sys.argv[1], os.path.abspath(sys.argv[2])
    if what == "import":
        draw = len(sys.argv) < 4 or sys.argv[3] != "plain"
        with tempfile.TemporaryDirectory() as scratch:
            col, runs = imported(path, scratch)
            result = dump(col, runs, draw)
    elif what == "bench":
        result = bench(path, int(sys.argv[3]), int(sys.argv[4]))
    else:
        result = make(path)
    print("\x1e" + json.dumps(result))
    sys.stdout.flush()
    os._exit(0)


main()
