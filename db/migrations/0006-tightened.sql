-- Row security as narrow as the steps need it. What a step writes, and nothing else, passes; the server's own checks come before.

-- ── Names are looked up where they are meant to be ───────────────────────────────────────────────────────────────────
-- A temporary table or view of the same name comes first unless pg_temp is named last, in functions of the owner above all.
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as name, p.proconfig from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'sec' or (n.nspname = 'public' and p.proname in ('application_counts', 'review_stays')) loop
    execute format('alter function %s set search_path = %s', f.name,
      case when 'search_path=pg_catalog' = any (f.proconfig) then 'pg_catalog, pg_temp' else 'pg_catalog, public, pg_temp' end);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end $$;

-- ── What the policies ask, answered by functions: a policy that asks a table under a policy could go round in circles ──
-- The entry is the last one of its case.
create function sec.is_last_entry(p_jurisdiction text, p_case text, p_no int, p_hash text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and no = p_no and hash = p_hash)
     and not exists (select 1 from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and no > p_no) $$;

-- Sits on a panel that reviews the case, declared about it, and never a conflict.
create function sec.may_read_material(p_jurisdiction text, p_panel text, p_case text, p_person text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with entries as (select did, by_person, body->'data' as data from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_panel),
       declared as (select data from entries where did = 'declareConflict' and by_person = p_person and data->>'about' = p_case)
  select exists (select 1 from public.case_head where jurisdiction = p_jurisdiction and id = p_panel and procedure = 'panel-review' and people @> array[p_person])
     and exists (select 1 from entries where did = 'convene' and data->'applications' @> jsonb_build_array(jsonb_build_object('case', p_case)))
     and not exists (select 1 from entries where did in ('conclude', 'dissolve'))
     and exists (select 1 from declared)
     and not exists (select 1 from declared, jsonb_each(data->'answers') a where a.value <> 'false') $$;

-- Whether a text occurs in a case is as good as the text: it is told of cases one may see.
create or replace function sec.file_named(p_jurisdiction text, p_case text, p_file text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (session_user <> 'zs_app' or exists (select 1 from public.case_head h where h.jurisdiction = p_jurisdiction and h.id = p_case
            and h.jurisdiction = sec.jurisdiction() and (h.orgs && sec.orgs() or h.people @> array[sec.person()])))
     and (exists (select 1 from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and position(p_file in body::text) > 0)
       or exists (select 1 from public.document where jurisdiction = p_jurisdiction and case_id = p_case and position(p_file in body::text) > 0)) $$;

-- Nobody asks about names without a session.
create or replace function sec.name_taken(p_jurisdiction text, p_name text, p_case text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (session_user <> 'zs_app' or sec.jurisdiction() = p_jurisdiction) and (
      exists (select 1 from public.base where jurisdiction = p_jurisdiction and name = p_name and case_id <> p_case and status not in ('revoked', 'left'))
      or exists (select 1 from public.case_list where jurisdiction = p_jurisdiction and procedure = 'recognition' and title = p_name and case_id <> p_case
                   and status not in ('draft', 'withdrawn', 'notRecommended', 'formRejected', 'notShortlisted', 'declined', 'recognised'))) $$;

-- The day is the platform's, not the database server's.
create or replace function sec.supervises() returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select sec.holds_now('city.supervisor') $$;

-- Institutions that can be invited as partners, by id: the name is the register's, not the inviter's.
create function sec.partners(p_ids text[]) returns table (id text, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id, o.name from public.organisation o where o.jurisdiction = sec.jurisdiction() and o.kind = 'host' and o.merged_into is null and o.id = any (p_ids) order by o.id $$;

-- ── Cases: a head opens at nought and moves with the entry it names; an entry chains onto the head it saw ─────────────
drop policy parties on case_head;
create policy parties on case_head for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]));
create policy opens on case_head for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and version = 0 and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]));
create policy moves on case_head for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]))
  with check (jurisdiction = (select sec.jurisdiction()) and sec.is_last_entry(jurisdiction, id, version, hash));

-- Who may see a case changes with an entry, never without one.
create function sec.one_entry_on() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user in ('zs_app', 'zs_jobs') and new.version is distinct from old.version + 1 then
    raise exception 'a case moves one entry at a time' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger one_entry_on before update on case_head for each row execute function sec.one_entry_on();

drop policy append on case_entry;
create policy append on case_entry for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and by_person in ((select sec.person()), 'system')
  and did = body->>'did' and by_person = body->'by'->>'person'
  and exists (select 1 from case_head h where h.jurisdiction = case_entry.jurisdiction and h.id = case_entry.case_id and h.version + 1 = case_entry.no and h.hash = case_entry.prev));

drop policy own on case_sealed;
create policy own on case_sealed for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person()));
create policy seal on case_sealed for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person())
  and exists (select 1 from case_entry e where e.jurisdiction = case_sealed.jurisdiction and e.case_id = case_sealed.case_id and e.no = case_sealed.no and e.by_person = case_sealed.person and e.body ? 'sealed'));

-- A row of the list says what its head says, about who may see it above all.
drop policy parties on case_list;
create policy parties on case_list to zs_app using (jurisdiction = (select sec.jurisdiction()) and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]))
  with check (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = case_list.jurisdiction and h.id = case_list.case_id
    and h.procedure = case_list.procedure and h.number = case_list.number and h.version = case_list.version and h.orgs = case_list.orgs and h.people = case_list.people));

-- Snapshots are frozen by whoever writes the draft.
drop policy parties on document;
create policy parties on document for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and (exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id)
    or exists (select 1 from case_reader r where r.jurisdiction = document.jurisdiction and r.case_id = document.case_id and r.person = (select sec.person()))));
create policy frozen on document for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id)
  and exists (select 1 from draft d where d.jurisdiction = document.jurisdiction and d.case_id = document.case_id and d.orgs && (select sec.orgs())));

-- Nobody makes themselves a reader: the panel's own entries say who reads what.
drop policy readers on case_reader;
create policy readers on case_reader for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (person = (select sec.person()) or (select sec.reach()) = 'city'));
create policy declared on case_reader for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (person = (select sec.person()) or (select sec.reach()) = 'city')
  and sec.may_read_material(jurisdiction, panel_id, case_id, person));
create policy ends on case_reader for delete to zs_app using (jurisdiction = (select sec.jurisdiction()) and (person = (select sec.person()) or (select sec.reach()) = 'city'));

-- Drafts and files are put down for cases one may see, under one's own name.
drop policy own on draft;
create policy own on draft to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
  with check (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()) and exists (select 1 from case_head h where h.jurisdiction = draft.jurisdiction and h.id = draft.case_id));
drop policy own on draft_value;
create policy own on draft_value for all to zs_app using (jurisdiction = (select sec.jurisdiction())
    and exists (select 1 from draft d where d.jurisdiction = draft_value.jurisdiction and d.case_id = draft_value.case_id and d.orgs && (select sec.orgs())))
  with check (jurisdiction = (select sec.jurisdiction()) and by_person = (select sec.person())
    and exists (select 1 from draft d where d.jurisdiction = draft_value.jurisdiction and d.case_id = draft_value.case_id and d.orgs && (select sec.orgs())));
drop policy add on file;
create policy add on file for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and by_person = (select sec.person())
  and by_org = any((select sec.orgs())::text[]) and seen = case (select sec.reach()) when 'city' then 'city' when 'authorities' then 'authorities' else 'parties' end
  and exists (select 1 from case_head h where h.jurisdiction = file.jurisdiction and h.id = file.case_id));

-- ── Papers and messages go out with an entry, to parties of its case ─────────────────────────────────────────────────
drop policy hand_over on outbox;
create policy hand_over on outbox for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and done_at is null
  and exists (select 1 from case_head h where h.jurisdiction = outbox.jurisdiction and h.id = outbox.case_id and h.version = outbox.no));
drop policy tell on message;
create policy tell on message for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = message.jurisdiction and h.id = message.case_id and h.number = message.number
    and message.org = any (h.orgs || h.people) and (message.person is null or message.person = message.org)));

-- ── What is published comes from the step that publishes it ──────────────────────────────────────────────────────────
do $$
declare t text; procedure text; step text; passes text;
begin
  foreach t in array array['base', 'notice', 'setting_change', 'reading_change', 'authority_basis', 'calendar_year'] loop
    procedure := case t when 'base' then 'recognition' when 'notice' then 'public-notice' else 'rule-change' end;
    step := case t when 'base' then 'recognise' when 'notice' then 'publish' else 'sign' end;
    passes := format('jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = ''city''
      and exists (select 1 from case_head h where h.jurisdiction = %1$I.jurisdiction and h.id = %1$I.case_id and h.procedure = %2$L)
      and exists (select 1 from case_entry e where e.jurisdiction = %1$I.jurisdiction and e.case_id = %1$I.case_id and e.did = %3$L)', t, procedure, step);
    execute format('drop policy by_step on %I', t);
    execute format('drop policy by_step_again on %I', t);
    execute format('create policy by_step on %I for insert to zs_app with check (%s)', t, passes);
    execute format('create policy by_step_again on %I for update to zs_app using (%s)', t, passes);
  end loop;
end $$;

-- Numbers go up one by one, whoever counts.
create function sec.count_up() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user in ('zs_app', 'zs_jobs') and new.last is distinct from (case tg_op when 'INSERT' then 1 else old.last + 1 end) then
    raise exception 'numbers go up one by one' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger count_up before insert or update on number_counter for each row execute function sec.count_up();

-- ── Registers: an institution keeps its card, an expert the own facts; what the city decided about them stays ─────────
create function sec.keep_own_card() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'zs_app' and sec.reach() is distinct from 'city' and (new.id, new.kind, new.division, new.organiser, new.merged_into, new.demo)
      is distinct from (old.id, old.kind, old.division, old.organiser, old.merged_into, old.demo) then
    raise exception 'the city decides where an institution belongs' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_own_card before update on organisation for each row execute function sec.keep_own_card();

drop policy city on expert;
create policy pool on expert for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and ((select sec.reach()) = 'city' or person = (select sec.person())));
create policy keep on expert for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and ((select sec.reach()) = 'city' or person = (select sec.person())));
create function sec.keep_own_facts() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'zs_app' and sec.reach() is distinct from 'city' and (new.person, new.fields, new.specialty, new.title, new.region, new.in_city, new.demo)
      is distinct from (old.person, old.fields, old.specialty, old.title, old.region, old.in_city, old.demo) then
    raise exception 'the city decides what an expert is listed for' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_own_facts before update on expert for each row execute function sec.keep_own_facts();

-- The trail of the three administrators is for the one of them who audits.
drop policy audit on access_log;
create policy audit on access_log for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'admin' and (select sec.holds_now('auditor')));

revoke all on function sec.is_last_entry(text, text, int, text), sec.may_read_material(text, text, text, text), sec.partners(text[]), sec.one_entry_on(), sec.count_up(), sec.keep_own_card(), sec.keep_own_facts() from public;
grant execute on function sec.is_last_entry(text, text, int, text), sec.may_read_material(text, text, text, text), sec.partners(text[]) to zs_app;
