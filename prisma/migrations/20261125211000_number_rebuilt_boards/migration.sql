-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "boards_revision" INTEGER NOT NULL DEFAULT 0;
