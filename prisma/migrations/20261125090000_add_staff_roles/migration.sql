-- A new type instead of ALTER TYPE … ADD VALUE: values added that way can't be used in the same transaction.
CREATE TYPE "role_new" AS ENUM ('participant', 'auditor', 'question_author', 'reviewer', 'organizer', 'administrator');
ALTER TABLE "user_account" ALTER COLUMN "role" TYPE "role_new" USING ("role"::text::"role_new");
DROP TYPE "role";
ALTER TYPE "role_new" RENAME TO "role";

-- Organizers of an installation from before could do everything, and somebody must be able to invite the others.
UPDATE "user_account" SET "role" = 'administrator' WHERE "role" = 'organizer';
