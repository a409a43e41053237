-- CreateTable
CREATE TABLE "appearance" (
    "version" INTEGER NOT NULL,
    "name" TEXT,
    "accent" TEXT,
    "accent_dark" TEXT,
    "logo_id" TEXT,
    "staff_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "logo" (
    "id" TEXT NOT NULL,
    "png" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "logo_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_logo_id_fkey" FOREIGN KEY ("logo_id") REFERENCES "logo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- These go into style sheets as they are.
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_colours" CHECK (
    "accent" ~ '^#[0-9a-f]{6}$' AND "accent_dark" ~ '^#[0-9a-f]{6}$'
);
