-- CreateTable
CREATE TABLE "Deck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "macros" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Deck_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "demoId" TEXT,
    "demoQuery" TEXT,
    "demoLabel" TEXT,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "seedMarkdown" TEXT NOT NULL,
    "editedAt" DATETIME,
    "fileHtml" TEXT,
    "removedAt" DATETIME,
    CONSTRAINT "Note_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noteId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "frontHtml" TEXT NOT NULL,
    "backHtml" TEXT NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Card_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Card_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Media" (
    "deckId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("deckId", "name"),
    CONSTRAINT "Media_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContentError" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "deckId" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "noteId" TEXT,
    CONSTRAINT "ContentError_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "timeZone" TEXT,
    "rolloverHour" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SchedulingOptions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "json" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "DeckSetting" (
    "learnerId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "optionsId" TEXT NOT NULL,

    PRIMARY KEY ("learnerId", "deckId"),
    CONSTRAINT "DeckSetting_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DeckSetting_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DeckSetting_optionsId_fkey" FOREIGN KEY ("optionsId") REFERENCES "SchedulingOptions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardMemory" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "stability" REAL,
    "difficulty" REAL,
    "step" INTEGER NOT NULL,
    "duePosition" INTEGER,
    "dueAt" DATETIME,
    "dueDay" INTEGER,
    "intervalDays" INTEGER NOT NULL,
    "lastReviewAt" DATETIME,
    "lastReviewDay" INTEGER,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "suspended" BOOLEAN NOT NULL,
    "buriedUntilDay" INTEGER,
    "flag" INTEGER NOT NULL,
    "leech" BOOLEAN NOT NULL,
    "shuffle" INTEGER NOT NULL,
    "resting" BOOLEAN NOT NULL,

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "CardMemory_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "grade" TEXT,
    "argument" INTEGER,
    "at" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "zoneOffsetMinutes" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "optionsId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "batch" TEXT,
    "beforePhase" TEXT NOT NULL,
    "beforeStability" REAL,
    "beforeDifficulty" REAL,
    "beforeStep" INTEGER NOT NULL,
    "beforeDuePosition" INTEGER,
    "beforeDueAt" DATETIME,
    "beforeDueDay" INTEGER,
    "beforeIntervalDays" INTEGER NOT NULL,
    "beforeLastReviewAt" DATETIME,
    "beforeLastReviewDay" INTEGER,
    "beforeReps" INTEGER NOT NULL,
    "beforeLapses" INTEGER NOT NULL,
    "beforeSuspended" BOOLEAN NOT NULL,
    "beforeBuriedUntilDay" INTEGER,
    "beforeFlag" INTEGER NOT NULL,
    "beforeLeech" BOOLEAN NOT NULL,
    "afterPhase" TEXT NOT NULL,
    "afterStability" REAL,
    "afterDifficulty" REAL,
    "afterStep" INTEGER NOT NULL,
    "afterDuePosition" INTEGER,
    "afterDueAt" DATETIME,
    "afterDueDay" INTEGER,
    "afterIntervalDays" INTEGER NOT NULL,
    "afterLastReviewAt" DATETIME,
    "afterLastReviewDay" INTEGER,
    "afterReps" INTEGER NOT NULL,
    "afterLapses" INTEGER NOT NULL,
    "afterSuspended" BOOLEAN NOT NULL,
    "afterBuriedUntilDay" INTEGER,
    "afterFlag" INTEGER NOT NULL,
    "afterLeech" BOOLEAN NOT NULL,
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_optionsId_fkey" FOREIGN KEY ("optionsId") REFERENCES "SchedulingOptions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UndoMarker" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "reviewKey" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "UndoMarker_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "UndoMarker_reviewKey_fkey" FOREIGN KEY ("reviewKey") REFERENCES "Review" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Helping" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL,
    CONSTRAINT "Helping_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Note_deckId_position_idx" ON "Note"("deckId", "position");

-- CreateIndex
CREATE INDEX "Card_noteId_idx" ON "Card"("noteId");

-- CreateIndex
CREATE INDEX "Card_deckId_position_idx" ON "Card"("deckId", "position");

-- CreateIndex
CREATE INDEX "ContentError_deckId_idx" ON "ContentError"("deckId");

-- CreateIndex
CREATE INDEX "CardMemory_learnerId_phase_dueDay_shuffle_idx" ON "CardMemory"("learnerId", "phase", "dueDay", "shuffle");

-- CreateIndex
CREATE INDEX "CardMemory_learnerId_deckId_phase_dueDay_shuffle_idx" ON "CardMemory"("learnerId", "deckId", "phase", "dueDay", "shuffle");

-- CreateIndex
CREATE INDEX "CardMemory_learnerId_dueAt_idx" ON "CardMemory"("learnerId", "dueAt");

-- CreateIndex
CREATE INDEX "CardMemory_learnerId_deckId_duePosition_idx" ON "CardMemory"("learnerId", "deckId", "duePosition");

-- CreateIndex
CREATE INDEX "CardMemory_learnerId_noteId_idx" ON "CardMemory"("learnerId", "noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_key_key" ON "Review"("key");

-- CreateIndex
CREATE INDEX "Review_learnerId_studyDay_action_idx" ON "Review"("learnerId", "studyDay", "action");

-- CreateIndex
CREATE INDEX "Review_learnerId_cardId_seq_idx" ON "Review"("learnerId", "cardId", "seq");

-- CreateIndex
CREATE INDEX "Review_batch_idx" ON "Review"("batch");

-- CreateIndex
CREATE UNIQUE INDEX "UndoMarker_reviewKey_key" ON "UndoMarker"("reviewKey");

-- CreateIndex
CREATE INDEX "Helping_learnerId_studyDay_idx" ON "Helping"("learnerId", "studyDay");

-- The log and its undo markers are append-only: the database itself refuses anything else.
CREATE TRIGGER "Review_no_update" BEFORE UPDATE ON "Review" BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER "Review_no_delete" BEFORE DELETE ON "Review" BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER "UndoMarker_no_update" BEFORE UPDATE ON "UndoMarker" BEGIN SELECT RAISE(ABORT, 'undo markers are append-only'); END;
CREATE TRIGGER "UndoMarker_no_delete" BEFORE DELETE ON "UndoMarker" BEGIN SELECT RAISE(ABORT, 'undo markers are append-only'); END;
