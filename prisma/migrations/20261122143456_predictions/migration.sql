-- CreateTable
CREATE TABLE "Prediction" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "demoId" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "seed" INTEGER,
    "guess" TEXT NOT NULL,
    "measured" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Prediction_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Prediction_key_key" ON "Prediction"("key");

-- CreateIndex
CREATE INDEX "Prediction_learnerId_demoId_seq_idx" ON "Prediction"("learnerId", "demoId", "seq");

-- What was foretold is append-only, too.
CREATE TRIGGER "Prediction_no_update" BEFORE UPDATE ON "Prediction" BEGIN SELECT RAISE(ABORT, 'predictions are append-only'); END;
CREATE TRIGGER "Prediction_no_delete" BEFORE DELETE ON "Prediction" BEGIN SELECT RAISE(ABORT, 'predictions are append-only'); END;
