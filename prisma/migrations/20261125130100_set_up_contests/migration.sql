-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "current_since" TIMESTAMPTZ(3),
ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "issuing_body" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parent_body" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "starts_on" DATE;

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "draft_form" JSONB,
ADD COLUMN     "question_set_id" TEXT,
ADD COLUMN     "settings_document" TEXT,
ADD COLUMN     "settings_fingerprint" TEXT,
ADD COLUMN     "settings_revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "contest_document" (
    "id" TEXT NOT NULL,
    "contest_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_name" TEXT,
    "content" BYTEA,
    "size_bytes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contest_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_set" (
    "id" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "question_count" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_set_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contest_document_contest_id_created_at_idx" ON "contest_document"("contest_id", "created_at");

-- AddForeignKey
ALTER TABLE "contest_document" ADD CONSTRAINT "contest_document_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_question_set_id_fkey" FOREIGN KEY ("question_set_id") REFERENCES "question_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What Prisma's schema language can't say.

-- A document is a link or a file.
ALTER TABLE "contest_document" ADD CONSTRAINT "contest_document_link_or_file" CHECK (
  ("url" IS NOT NULL) <> ("content" IS NOT NULL AND "file_name" IS NOT NULL AND "size_bytes" IS NOT NULL));

-- A question set that a round was scheduled with stays what it was.
CREATE FUNCTION refuse_question_set_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a question set never changes; make another one';
END $$;
CREATE TRIGGER question_set_immutable BEFORE UPDATE ON "question_set"
  FOR EACH ROW EXECUTE FUNCTION refuse_question_set_change();
