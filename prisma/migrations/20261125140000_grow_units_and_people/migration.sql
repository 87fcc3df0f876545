-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('units', 'people');

-- AlterTable
ALTER TABLE "profile_request" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "handled_by_id" TEXT;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "head_count_signed_by" TEXT,
ADD COLUMN     "head_count_signed_on" DATE,
ADD COLUMN     "merged_into_id" TEXT,
ADD COLUMN     "parent_id" TEXT,
ADD COLUMN     "valid_from" DATE,
ADD COLUMN     "valid_to" DATE;

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "search_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sort_name" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "unit_alias" (
    "id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "replaced_on" DATE,

    CONSTRAINT "unit_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_draft" (
    "id" TEXT NOT NULL,
    "kind" "import_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distinct_people" (
    "first_id" TEXT NOT NULL,
    "second_id" TEXT NOT NULL,
    "decided_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "distinct_people_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "user_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_alias_unit_id_search_name_key" ON "unit_alias"("unit_id", "search_name");

-- CreateIndex
CREATE INDEX "import_draft_created_at_idx" ON "import_draft"("created_at");

-- CreateIndex
CREATE INDEX "profile_request_user_id_idx" ON "profile_request"("user_id");

-- CreateIndex
CREATE INDEX "unit_parent_id_position_idx" ON "unit"("parent_id", "position");

-- CreateIndex
CREATE INDEX "user_account_role_sort_name_id_idx" ON "user_account"("role", "sort_name", "id");

-- CreateIndex
CREATE INDEX "user_account_search_name_idx" ON "user_account"("search_name");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_alias" ADD CONSTRAINT "unit_alias_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distinct_people" ADD CONSTRAINT "distinct_people_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distinct_people" ADD CONSTRAINT "distinct_people_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distinct_people" ADD CONSTRAINT "distinct_people_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_code" ADD CONSTRAINT "sign_in_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_request" ADD CONSTRAINT "profile_request_handled_by_id_fkey" FOREIGN KEY ("handled_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Names are folded here and not by the writers: whoever creates an account, the search finds it. Marks go first, so that
-- the rest is ASCII for Vietnamese and the server's locale does not matter. Same rule as core/vietnamese-text.ts.
CREATE FUNCTION fold_name(name TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))
$$;

CREATE FUNCTION keep_search_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_name := fold_name(NEW.full_name);
  -- The given name is the last word: "nguyen van an" is listed as "an nguyen van".
  NEW.sort_name := regexp_replace(NEW.search_name, '^(.*) ([^ ]+)$', '\2 \1');
  RETURN NEW;
END $$;

CREATE TRIGGER user_account_search_name BEFORE INSERT OR UPDATE OF full_name ON "user_account"
  FOR EACH ROW EXECUTE FUNCTION keep_search_name();

UPDATE "user_account" SET "full_name" = "full_name";

ALTER TABLE "unit" ADD CONSTRAINT "unit_head_count" CHECK ("head_count" >= 0);
ALTER TABLE "unit" ADD CONSTRAINT "unit_validity" CHECK ("valid_to" IS NULL OR "valid_from" IS NULL OR "valid_to" >= "valid_from");
ALTER TABLE "unit" ADD CONSTRAINT "unit_signed_head_count" CHECK ("head_count_signed_on" IS NULL OR ("head_count" IS NOT NULL AND "head_count_signed_by" IS NOT NULL));
ALTER TABLE "distinct_people" ADD CONSTRAINT "distinct_people_order" CHECK ("first_id" < "second_id");
