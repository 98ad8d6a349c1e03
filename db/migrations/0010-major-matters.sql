-- Major matters as lists show them: a read table beside case_list, seen by whoever may see the case.

create table matter (
  jurisdiction text not null, case_id text not null, base_id text not null, code text not null check (code ~ '^M(0[1-9]|1[0-6])$'), kind text not null check (kind in ('approval', 'filing', 'report')),
  late boolean not null default false, undeclared boolean not null default false, happened_on date, effective_on date, settled_on date,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index matter_base on matter (jurisdiction, base_id, code);

alter table matter enable row level security;
alter table matter force row level security;
create policy owner_all on matter to current_user using (true) with check (true);
create policy jobs_all on matter to zs_jobs using (true) with check (true);
create policy parties on matter to zs_app
  using (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = matter.jurisdiction and h.id = matter.case_id))
  with check (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = matter.jurisdiction and h.id = matter.case_id and h.procedure = 'major-matter'));
grant select, insert, update on matter to zs_app;
grant select, insert, update, delete on matter to zs_jobs;
