-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "shown" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "randomised" BOOLEAN NOT NULL DEFAULT false;
