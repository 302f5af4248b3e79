-- AlterTable
ALTER TABLE "Note" ADD COLUMN "importedSha256" TEXT;
ALTER TABLE "Note" ADD COLUMN "modifiedAt" DATETIME;

-- When texts changed before now is not known: other programs take a note anew only when its time is later than theirs.
UPDATE "Note" SET "modifiedAt" = CAST(strftime('%s', 'now') AS INTEGER) * 1000;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "originId" BIGINT;
ALTER TABLE "Review" ADD COLUMN "originProgram" TEXT;
ALTER TABLE "Review" ADD COLUMN "originRest" TEXT;

-- CreateTable
CREATE TABLE "NoteOrigin" (
    "noteId" TEXT NOT NULL PRIMARY KEY,
    "program" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "foreignId" BIGINT NOT NULL,
    "noteTypeId" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "markdownSha256" TEXT NOT NULL,
    "modifiedAt" DATETIME NOT NULL,
    CONSTRAINT "NoteOrigin_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoteOrigin_noteTypeId_fkey" FOREIGN KEY ("noteTypeId") REFERENCES "NoteType" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoteType" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "json" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CardOrigin" (
    "cardId" TEXT NOT NULL PRIMARY KEY,
    "program" TEXT NOT NULL,
    "foreignId" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "rest" TEXT NOT NULL,
    CONSTRAINT "CardOrigin_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "NoteOrigin_program_guid_key" ON "NoteOrigin"("program", "guid");
