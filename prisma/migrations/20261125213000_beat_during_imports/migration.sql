-- AlterTable
ALTER TABLE "import_draft" ADD COLUMN     "heartbeat_at" TIMESTAMPTZ(3);
