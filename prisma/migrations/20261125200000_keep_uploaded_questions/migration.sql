-- CreateEnum
CREATE TYPE "duplicate_decision" AS ENUM ('skip', 'add', 'replace');

-- AlterEnum
ALTER TYPE "import_kind" ADD VALUE 'questions';

-- AlterTable
ALTER TABLE "import_draft" ADD COLUMN     "bank_id" TEXT;

-- CreateTable
CREATE TABLE "waiting_question" (
    "import_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "duplicate" JSONB,
    "decision" "duplicate_decision",
    "topic_code" TEXT,
    "stem_hash" TEXT NOT NULL,
    "has_error" BOOLEAN NOT NULL,
    "has_warning" BOOLEAN NOT NULL,
    "is_removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "waiting_question_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateIndex
CREATE INDEX "waiting_question_import_id_stem_hash_idx" ON "waiting_question"("import_id", "stem_hash");

-- AddForeignKey
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_question" ADD CONSTRAINT "waiting_question_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
