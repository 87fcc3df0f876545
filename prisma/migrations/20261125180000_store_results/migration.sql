-- CreateTable
CREATE TABLE "result_snapshot" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "result_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "results_sha256" TEXT NOT NULL,
    "full_file" BYTEA NOT NULL,
    "board_file" BYTEA NOT NULL,

    CONSTRAINT "result_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_row" (
    "snapshot_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "attempt_id" TEXT,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "published_row_pkey" PRIMARY KEY ("snapshot_id","participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_snapshot_round_id_result_at_key" ON "result_snapshot"("round_id", "result_at");

-- AddForeignKey
ALTER TABLE "result_snapshot" ADD CONSTRAINT "result_snapshot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_row" ADD CONSTRAINT "published_row_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "result_snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published stays.
CREATE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'published results never change; a correction publishes its own';
END $$;
CREATE TRIGGER result_snapshot_immutable BEFORE UPDATE OR DELETE ON "result_snapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_snapshot_change();
CREATE TRIGGER published_row_immutable BEFORE UPDATE OR DELETE ON "published_row"
  FOR EACH ROW EXECUTE FUNCTION refuse_snapshot_change();
