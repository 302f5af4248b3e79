"""Times the exporter and the importer of a real Anki 2.1: the work itself, without starting Python.

    python3 anki-exchange.py <folder of the anki package> import <package> <new collection>
    python3 anki-exchange.py <folder of the anki package> export <collection> <new package>

Prints one line of JSON: seconds, notes, cards, rows of the log, peak kilobytes.
"""
import json, os, resource, sys, time

anki_folder, what, source, target = sys.argv[1:5]
sys.path.insert(0, anki_folder)
import anki.lang

anki.lang.setLang("en", local=False)
from anki.exporting import AnkiPackageExporter
from anki.importing.apkg import AnkiPackageImporter
from anki.storage import Collection

source, target = os.path.abspath(source), os.path.abspath(target)
real_stdout = os.dup(1)
os.dup2(2, 1)  # Anki prints as it goes
collection = Collection(target if what == "import" else source)
begun = time.perf_counter()
if what == "import":
    importer = AnkiPackageImporter(collection, source)
    importer.run()
    collection.save()
else:
    exporter = AnkiPackageExporter(collection)
    exporter.includeSched, exporter.includeMedia, exporter.did = True, True, None
    exporter.exportInto(target)
seconds = time.perf_counter() - begun
count = lambda table: collection.db.scalar("select count() from " + table)
result = {
    "seconds": seconds,
    "notes": count("notes"),
    "cards": count("cards"),
    "reviews": count("revlog"),
    "peakKb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
}
collection.close()
os.write(real_stdout, (json.dumps(result) + "\n").encode())
os._exit(0)
