-- DropIndex
DROP INDEX "import_draft_created_at_idx";

-- AlterTable
ALTER TABLE "import_draft" ADD COLUMN     "cut_off_at" TIMESTAMPTZ(3),
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Uploads that wait already keep the day they were given.
UPDATE "import_draft" SET "touched_at" = "created_at";

-- AlterTable
ALTER TABLE "waiting_question" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "step_id" TEXT;

-- CreateTable
CREATE TABLE "import_step" (
    "id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "decision" "duplicate_decision",
    "question_count" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_step_import_id_idx" ON "import_step"("import_id");

-- CreateIndex
CREATE INDEX "import_draft_touched_at_idx" ON "import_draft"("touched_at");

-- AddForeignKey
ALTER TABLE "import_step" ADD CONSTRAINT "import_step_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_step" ADD CONSTRAINT "import_step_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
