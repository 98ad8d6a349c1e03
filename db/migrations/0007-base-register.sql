-- A base as a case of its own: its read tables, written by its steps, and the base as a unit in which people hold roles.

alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in ('city', 'county', 'host', 'client', 'base', 'other'));
-- A base and its name are public; its card says nothing else.
create policy bases on organisation for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and kind = 'base');
-- The unit comes with the base case that opens it.
drop policy add on organisation;
create policy add on organisation for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city' and kind <> 'base');
create policy add_base on organisation for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and kind = 'base' and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = organisation.jurisdiction and h.procedure = 'base' and h.orgs @> array[organisation.id]));

-- The base a case is about.
alter table case_list add column base text;
create index case_list_base on case_list (jurisdiction, base) where base is not null;

-- What everybody may read of a base, one entry on with every row; and what only its parties may.
alter table base add column version int not null default 0, add column recognition text, add column former_names text[] not null default '{}', add column grades jsonb not null default '[]', add column history jsonb not null default '[]';
create table base_file (
  jurisdiction text not null, base_id text not null, case_id text not null, version int not null, body jsonb not null, orgs text[] not null,
  primary key (jurisdiction, base_id), unique (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index base_file_orgs on base_file using gin (orgs);

alter table base_file enable row level security;
alter table base_file force row level security;
create policy owner_all on base_file to current_user using (true) with check (true);
create policy jobs_all on base_file to zs_jobs using (true) with check (true);
create policy parties on base_file for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()));

-- Written with the entry that changes it, by whoever may see the case: the row says what its head says.
create policy by_step on base_file for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = base_file.jurisdiction and h.id = base_file.case_id and h.procedure = 'base' and h.version = base_file.version and h.orgs = base_file.orgs));
create policy by_step_again on base_file for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
  with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = base_file.jurisdiction and h.id = base_file.case_id and h.procedure = 'base' and h.version = base_file.version and h.orgs = base_file.orgs));

drop policy by_step on base;
drop policy by_step_again on base;
create policy by_step on base for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = base.jurisdiction and h.id = base.case_id and h.procedure = 'base')
  and exists (select 1 from case_entry e where e.jurisdiction = base.jurisdiction and e.case_id = base.case_id and e.did = 'open'));
create policy by_step_again on base for update to zs_app using (jurisdiction = (select sec.jurisdiction())
    and exists (select 1 from case_head h where h.jurisdiction = base.jurisdiction and h.id = base.case_id and h.procedure = 'base'))
  with check (jurisdiction = (select sec.jurisdiction())
    and exists (select 1 from case_head h where h.jurisdiction = base.jurisdiction and h.id = base.case_id and h.procedure = 'base' and h.version = base.version));

-- One entry, one change of what is published; and only the city changes what a recognition says.
create function sec.base_with_entry() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'zs_app' and new.version <= old.version then
    raise exception 'a base changes with an entry' using errcode = '42501';
  end if;
  if tg_table_name = 'base' and current_user = 'zs_app' and sec.reach() is distinct from 'city'
     and (to_jsonb(new) - 'version' - 'status' - 'public' - 'history') is distinct from (to_jsonb(old) - 'version' - 'status' - 'public' - 'history') then
    raise exception 'the city decides what a base is recognised as' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger with_entry before update on base for each row execute function sec.base_with_entry();
create trigger with_entry before update on base_file for each row execute function sec.base_with_entry();

grant select, insert, update on base_file to zs_app, zs_jobs;
grant delete on base_file to zs_jobs;
revoke all on function sec.base_with_entry() from public;

-- ── Rows of the tables a base keeps: kept as documents, read here with the days they hold for ─────────────────────────
create table base_row (
  jurisdiction text not null, base_id text not null, table_id text not null, row_id text not null, no int not null, case_id text not null, position int not null,
  valid_from date not null, valid_to date, data jsonb not null, evidence text[] not null default '{}',
  primary key (jurisdiction, base_id, table_id, row_id, no), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index base_row_now on base_row (jurisdiction, base_id, table_id, valid_from);
create index base_row_case on base_row (jurisdiction, case_id);

alter table base_row enable row level security;
alter table base_row force row level security;
create policy owner_all on base_row to current_user using (true) with check (true);
create policy jobs_all on base_row to zs_jobs using (true) with check (true);
create policy parties on base_row for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = base_row.jurisdiction and h.id = base_row.case_id));
create policy by_step on base_row for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = base_row.jurisdiction and h.id = base_row.case_id and h.procedure = 'base' and h.version = base_row.no)
  and exists (select 1 from base_file f where f.jurisdiction = base_row.jurisdiction and f.case_id = base_row.case_id and f.base_id = base_row.base_id));
create policy ends on base_row for update to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = base_row.jurisdiction and h.id = base_row.case_id and h.procedure = 'base'));

grant select, insert on base_row to zs_app, zs_jobs;
grant update (valid_to) on base_row to zs_app, zs_jobs;
grant delete on base_row to zs_jobs;

-- What a step of the base writes beside its entry: the rows, under their fingerprint.
create policy kept on document for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and kind = 'table'
  and exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id and h.procedure = 'base'));

-- Who works in a base, told to its parties. Whoever may not see the base learns nothing.
create function sec.people_of_base(p_unit text) returns table (id text, name text, role text, valid_from date, valid_to date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.id, p.name, a.role, a.valid_from, a.valid_to from public.assignment a join public.person p on p.jurisdiction = a.jurisdiction and p.id = a.person
   where a.jurisdiction = sec.jurisdiction() and a.org = p_unit and sec.reach() <> 'admin' and p.disabled_at is null
     and exists (select 1 from public.base_file f where f.jurisdiction = a.jurisdiction and f.body->>'unit' = p_unit and f.orgs && sec.orgs())
   order by a.valid_from, p.name, a.role $$;
revoke all on function sec.people_of_base(text) from public;
grant execute on function sec.people_of_base(text) to zs_app;
