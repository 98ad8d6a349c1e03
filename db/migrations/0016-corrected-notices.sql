-- A corrected notice: its period begins after the day it was published on, and it names the notice it takes the place of.
alter table notice add column starts_on date, add column corrects text, add column correction jsonb;
create unique index notice_corrects on notice (jurisdiction, corrects) where corrects is not null;
