-- Revocation: a read table of its cases. What was served is public; what is under way is for the parties of the base.

create table revocation (
  jurisdiction text not null, case_id text not null, version int not null, number text not null, status text not null, base_id text not null, base_name text not null, county text not null, hosts jsonb not null, opened_on date not null,
  grounds text[] not null default '{}', citations text[] not null default '{}', state_due date, cure_due date,
  document_no text, decided_on date, served_on date, reconsider_by date, litigate_by date, announced_on date, announcement_no text, announcement text, orgs text[] not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index revocation_base on revocation (jurisdiction, base_id);
create index revocation_orgs on revocation using gin (orgs);

alter table revocation enable row level security;
alter table revocation force row level security;
create policy owner_all on revocation to current_user using (true) with check (true);
create policy jobs_all on revocation to zs_jobs using (true) with check (true);
create policy parties on revocation for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()));
create policy served on revocation for select to zs_app using (served_on is not null);
-- Written with the entry of its case, by whoever may see it; only the city says that something was served.
create policy by_step on revocation for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (served_on is null or (select sec.reach()) = 'city')
  and exists (select 1 from case_head h where h.jurisdiction = revocation.jurisdiction and h.id = revocation.case_id and h.procedure = 'revocation' and h.version = revocation.version and h.orgs = revocation.orgs));
create policy by_step_again on revocation for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
  with check (jurisdiction = (select sec.jurisdiction()) and (served_on is null or (select sec.reach()) = 'city')
  and exists (select 1 from case_head h where h.jurisdiction = revocation.jurisdiction and h.id = revocation.case_id and h.procedure = 'revocation' and h.version = revocation.version and h.orgs = revocation.orgs));
grant select, insert, update on revocation to zs_app, zs_jobs;
grant delete on revocation to zs_jobs;
