-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "context" TEXT;
