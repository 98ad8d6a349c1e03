-- Awards: a read table of the cases, the budgets of the years, and the account number beside the case.

create table award (
  jurisdiction text not null, case_id text not null, version int not null, number text not null, status text not null, base_id text not null, base_name text not null, recognition text not null, county text not null, hosts jsonb not null,
  budget_year int not null, budget_line text not null, capped boolean not null default false, amount numeric(12, 2) not null, committed numeric(12, 2) not null, paid numeric(12, 2) not null default 0,
  proposed_on date not null, decided_on date, document_no text, published_on date, paid_on date, report_by date, closed_on date, orgs text[] not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create unique index award_once on award (jurisdiction, recognition) where status not in ('refused', 'withdrawn', 'cancelled');
create index award_year on award (jurisdiction, budget_year);
create index award_orgs on award using gin (orgs);

-- The ceiling of a year: entered by one person, signed by another; a later one replaces it from its signing on.
create table award_budget (
  jurisdiction text not null references jurisdiction, id text not null, year int not null, amount numeric(12, 2) not null check (amount >= 0), line text not null, document text not null,
  entered_by text not null, entered_name text not null, entered_at timestamptz not null, state text not null default 'entered' check (state in ('entered', 'signed', 'refused')),
  settled_by text, settled_name text, settled_at timestamptz, reason text,
  primary key (jurisdiction, id), check ((state = 'entered') = (settled_by is null)), check (settled_by is null or settled_by <> entered_by or state = 'refused')
);
create index award_budget_year on award_budget (jurisdiction, year, settled_at);
create unique index award_budget_open on award_budget (jurisdiction, year) where state = 'entered';

-- Bank and number are for the payment alone: no role of the server can select them.
create table award_account (
  jurisdiction text not null, case_id text not null, bank text not null, number text not null, at timestamptz not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);

do $$
declare t text;
begin
  foreach t in array array['award', 'award_budget', 'award_account'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy jobs_all on award to zs_jobs using (true) with check (true);
create policy jobs_all on award_budget to zs_jobs using (true) with check (true);
create policy parties on award for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()));
create policy by_step on award for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = award.jurisdiction and h.id = award.case_id and h.procedure = 'award' and h.version = award.version and h.orgs = award.orgs));
create policy by_step_again on award for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
  with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = award.jurisdiction and h.id = award.case_id and h.procedure = 'award' and h.version = award.version and h.orgs = award.orgs));
create policy city on award_budget for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city');

-- What is signed for a year and what is decided against it. `null`: no budget is signed.
create function sec.award_budget_of(p_jurisdiction text, p_year int) returns table (ceiling numeric, committed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select b.amount from public.award_budget b where b.jurisdiction = p_jurisdiction and b.year = p_year and b.state = 'signed' order by b.settled_at desc, b.id desc limit 1),
         (select coalesce(sum(a.committed), 0) from public.award a where a.jurisdiction = p_jurisdiction and a.budget_year = p_year)
   where session_user <> 'zs_app' or (sec.jurisdiction() = p_jurisdiction and sec.reach() = 'city') $$;

-- Two decisions of one second wait for each other: the sum is taken after the other one is written.
create function sec.lock_award_year(p_jurisdiction text, p_year int) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(concat_ws(chr(31), 'award-budget', p_jurisdiction, p_year), 0)) $$;
create function sec.lock_award(p_jurisdiction text, p_recognition text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(concat_ws(chr(31), 'award', p_jurisdiction, p_recognition), 0)) $$;

-- The budget once more, whatever the server believes. Rebuilding replays what was within the ceiling of its own day.
create function sec.keep_within_budget() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare most numeric; others numeric;
begin
  if session_user <> 'zs_app' or not new.capped or new.committed <= (case tg_op when 'UPDATE' then old.committed else 0 end) then return new; end if;
  perform sec.lock_award_year(new.jurisdiction, new.budget_year);
  select b.amount into most from public.award_budget b where b.jurisdiction = new.jurisdiction and b.year = new.budget_year and b.state = 'signed' order by b.settled_at desc, b.id desc limit 1;
  select coalesce(sum(a.committed), 0) into others from public.award a where a.jurisdiction = new.jurisdiction and a.budget_year = new.budget_year and a.case_id <> new.case_id;
  if most is null or others + new.committed > most then
    raise exception 'awards stay within the budget of the year' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_within_budget before insert or update on award for each row execute function sec.keep_within_budget();

-- ── The account: kept by the host that claims, read by an officer who pays, erased when it has served ─────────────────
create function sec.keep_account(p_case text, p_bank text, p_number text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not sec.holds_now('host.admin') or not exists (select 1 from public.case_head h where h.jurisdiction = sec.jurisdiction() and h.id = p_case and h.procedure = 'award' and h.orgs && sec.orgs()) then
    raise exception 'an account is given by the host' using errcode = '42501';
  end if;
  insert into public.award_account (jurisdiction, case_id, bank, number, at) values (sec.jurisdiction(), p_case, p_bank, p_number, p_at)
    on conflict (jurisdiction, case_id) do update set bank = excluded.bank, number = excluded.number, at = excluded.at;
end $$;

-- Whoever pays: an officer of the city who did not propose the award, while it waits to be paid.
create function sec.may_pay(p_case text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select sec.reach() = 'city' and sec.holds_now('city.officer')
     and exists (select 1 from public.case_head h join public.case_entry e on e.jurisdiction = h.jurisdiction and e.case_id = h.id and e.no = h.version
                  where h.jurisdiction = sec.jurisdiction() and h.id = p_case and h.procedure = 'award' and e.body->>'to' = 'claimed')
     and not exists (select 1 from public.case_entry e where e.jurisdiction = sec.jurisdiction() and e.case_id = p_case and e.did = 'propose' and e.by_person = sec.person()) $$;

create function sec.account(p_case text, p_log text, p_at timestamptz, p_address text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare allowed boolean := sec.may_pay(p_case);
begin
  perform sec.log_secret(p_log, p_at, p_address, 'award.account', p_case, case when allowed then 'done' else 'refused' end);
  if not allowed then return null; end if;
  return (select jsonb_build_object('bank', bank, 'number', number) from public.award_account where jurisdiction = sec.jurisdiction() and case_id = p_case);
end $$;

create function sec.erase_account(p_case text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from public.award_account a where a.jurisdiction = sec.jurisdiction() and a.case_id = p_case
    and exists (select 1 from public.case_head h where h.jurisdiction = a.jurisdiction and h.id = a.case_id and h.procedure = 'award' and h.orgs && sec.orgs()) $$;

-- Sums without names, for the public.
create function sec.award_totals(p_jurisdiction text) returns table (year int, ceiling numeric, awards int, committed numeric, paid numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with years as (select a.budget_year as year from public.award a where a.jurisdiction = p_jurisdiction and a.committed > 0 union select b.year from public.award_budget b where b.jurisdiction = p_jurisdiction and b.state = 'signed')
  select y.year, (select b.amount from public.award_budget b where b.jurisdiction = p_jurisdiction and b.year = y.year and b.state = 'signed' order by b.settled_at desc, b.id desc limit 1),
         count(a.case_id)::int, coalesce(sum(a.committed), 0), coalesce(sum(a.paid), 0)
    from years y left join public.award a on a.jurisdiction = p_jurisdiction and a.budget_year = y.year and a.committed > 0 group by y.year order by y.year desc $$;

grant select, insert, update on award to zs_app, zs_jobs;
grant delete on award to zs_jobs;
grant select on award_budget to zs_app;
grant select, insert, update on award_budget to zs_jobs;
revoke all on function sec.award_budget_of(text, int), sec.lock_award_year(text, int), sec.lock_award(text, text), sec.keep_within_budget(), sec.keep_account(text, text, text, timestamptz), sec.may_pay(text), sec.account(text, text, timestamptz, text),
  sec.erase_account(text), sec.award_totals(text) from public;
grant execute on function sec.award_budget_of(text, int), sec.lock_award_year(text, int), sec.lock_award(text, text), sec.award_totals(text) to zs_app, zs_jobs;
grant execute on function sec.keep_account(text, text, text, timestamptz), sec.account(text, text, timestamptz, text), sec.erase_account(text) to zs_app;
