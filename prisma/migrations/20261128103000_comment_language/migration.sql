-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "language" TEXT;
