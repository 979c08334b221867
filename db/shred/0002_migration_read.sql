-- `npm run doctor` compares the migrations applied here with those of this version.
grant select on migration to app;
