-- The pool of experts: when somebody cannot come, whom not to call and on what basis, and batches beside the usual ones.

-- Periods in which the expert is away; written by the expert or the city.
alter table expert add column away jsonb not null default '[]';
grant update (email) on person to zs_app;

-- ── Not to be called: proposed by one person of the city, signed by another; lifted the same way ─────────────────────
create table expert_bar (
  jurisdiction text not null, id text not null, person text not null,
  reason text not null, basis text not null, from_on date not null, until_on date,
  proposed_by text not null, proposed_name text not null, proposed_on date not null,
  decided_by text, decided_name text, decided_on date, signed boolean, refusal text,
  lift_reason text, lift_by text, lift_name text, lift_on date, lifted_by text, lifted_name text, lifted_on date,
  primary key (jurisdiction, id), foreign key (jurisdiction, person) references expert (jurisdiction, person),
  check (until_on is null or until_on >= from_on), check ((decided_by is null) = (signed is null)), check (signed is not false or refusal is not null),
  check (decided_by is distinct from proposed_by), check (lift_by is null or signed), check (lifted_by is null or (lift_by is not null and lifted_by <> lift_by))
);
create index expert_bar_person on expert_bar (jurisdiction, person);
alter table expert_bar enable row level security;
alter table expert_bar force row level security;
create policy owner_all on expert_bar to current_user using (true) with check (true);
create policy jobs_all on expert_bar to zs_jobs using (true) with check (true);
-- The city sees all of it; an expert what was signed about them.
create policy readers on expert_bar for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and ((select sec.reach()) = 'city' or person = (select sec.person()) and signed));
create policy propose on expert_bar for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city' and (select sec.holds_now('city.officer'))
  and proposed_by = (select sec.person()) and decided_by is null and lift_by is null and lifted_by is null);
create policy decide on expert_bar for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city')
  with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city');
grant select, insert on expert_bar to zs_app, zs_jobs;
grant update (decided_by, decided_name, decided_on, signed, refusal, lift_reason, lift_by, lift_name, lift_on, lifted_by, lifted_name, lifted_on) on expert_bar to zs_app;

-- Nobody signs for another, nothing signed is taken back.
create function sec.bar_takes_two() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> 'zs_app' then return new; end if;
  if old.decided_by is not null and (new.decided_by, new.decided_on, new.signed, new.refusal) is distinct from (old.decided_by, old.decided_on, old.signed, old.refusal)
     or old.lifted_by is not null and new is distinct from old then
    raise exception 'what was decided stays' using errcode = '42501';
  end if;
  if new.decided_by is distinct from old.decided_by and (new.decided_by <> sec.person() or not sec.holds_now('city.lead'))
     or new.lift_by is distinct from old.lift_by and new.lift_by is not null and (new.lift_by <> sec.person() or not sec.holds_now('city.officer'))
     or new.lift_by is null and old.lift_by is not null and (old.lift_by = sec.person() or not sec.holds_now('city.lead'))
     or new.lifted_by is distinct from old.lifted_by and (new.lifted_by <> sec.person() or not sec.holds_now('city.lead')) then
    raise exception 'one proposes, another signs' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger takes_two before update on expert_bar for each row execute function sec.bar_takes_two();

-- Whether an expert may be called on a day: not away, not barred. What the own card says of availability stands beside it.
create function expert_barred(p_jurisdiction text, p_person text, p_on date) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from expert_bar b where b.jurisdiction = p_jurisdiction and b.person = p_person and b.signed and b.from_on <= p_on
    and (b.until_on is null or b.until_on >= p_on) and (b.lifted_on is null or b.lifted_on > p_on)) $$;
create function expert_away(p_away jsonb, p_on date) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from jsonb_array_elements(p_away) a where (a->>'from')::date <= p_on and (a->>'to')::date >= p_on) $$;

-- ── A batch beside the usual cut-offs is decided by another person ───────────────────────────────────────────────────
alter table batch add column basis text, add column proposed_by text, add column proposed_name text, add column decided_by text, add column decided_name text, add column decided_on date, add column refusal text;
alter table batch add constraint two_people check (decided_by is null or decided_by is distinct from proposed_by);

create function sec.batch_takes_two() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> 'zs_app' then return new; end if;
  if tg_op = 'INSERT' and (new.proposed_by is distinct from sec.person() or new.decided_by is not null)
     or tg_op = 'UPDATE' and (new.proposed_by is distinct from old.proposed_by or old.decided_by is not null and new.decided_by is distinct from old.decided_by
       or new.decided_by is distinct from old.decided_by and (new.decided_by <> sec.person() or not sec.holds_now('city.lead'))) then
    raise exception 'one proposes a batch, another decides' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger takes_two before insert or update on batch for each row execute function sec.batch_takes_two();

revoke all on function sec.bar_takes_two(), sec.batch_takes_two() from public;
grant execute on function expert_barred(text, text, date), expert_away(jsonb, date) to zs_app, zs_jobs;
