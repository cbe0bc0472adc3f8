-- Postgres took an address, a fraction or a path for one word: the words of these texts are made again, beside the tick.
UPDATE "insights" SET "words" = NULL WHERE "text" ~ '[[:punct:]]\S';
