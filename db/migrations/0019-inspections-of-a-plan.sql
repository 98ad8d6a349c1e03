-- Which plan an inspection belongs to, so that a plan shows what became of its bases.
alter table inspection add column plan_id text;
