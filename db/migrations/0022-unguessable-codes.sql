-- The code printed on a paper is made with a key of this installation: whoever knows all a paper says cannot work it out.
insert into sec.key values ('paper', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- HMAC-SHA256 (RFC 2104) with a key of 32 bytes. Nobody calls it but the functions here.
create function sec.hmac(p_key bytea, p_text text) returns bytea
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare inner_pad bytea := p_key || decode(repeat('00', 64 - length(p_key)), 'hex'); outer_pad bytea := inner_pad;
begin
  for at in 0..63 loop
    outer_pad := set_byte(outer_pad, at, get_byte(inner_pad, at) # 92);
    inner_pad := set_byte(inner_pad, at, get_byte(inner_pad, at) # 54);
  end loop;
  return sha256(outer_pad || sha256(inner_pad || convert_to(p_text, 'UTF8')));
end $$;

-- Twelve characters without I, L, O and U: the first sixty bits, in groups of four.
create function sec.paper_code(p_jurisdiction text, p_case text, p_id text, p_sha256 text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare letters constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; mac bytea; bits bigint; code text := '';
begin
  select sec.hmac(k.secret, concat_ws(chr(31), 'paper', p_jurisdiction, p_case, p_id, p_sha256)) into strict mac from sec.key k where k.id = 'paper';
  bits := ('x' || substr(encode(mac, 'hex'), 1, 15))::bit(60)::bigint;
  for at in 0..11 loop
    code := code || substr(letters, ((bits >> (55 - 5 * at)) & 31)::int + 1, 1) || case when at in (3, 7) then '-' else '' end;
  end loop;
  return code;
end $$;

-- Whoever writes a paper down does not choose its code.
create function sec.code_paper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin new.code := sec.paper_code(new.jurisdiction, new.case_id, new.id, new.sha256); return new; end $$;
create trigger coded before insert on paper for each row execute function sec.code_paper();

-- Papers written before get a code made the same way, and are printed again with it.
update paper set code = sec.paper_code(jurisdiction, case_id, id, sha256);
delete from paper_print;

revoke all on function sec.hmac(bytea, text), sec.paper_code(text, text, text, text), sec.code_paper() from public;

-- As before, and what an order of suspension came to: it ends when it is lifted, annulled or its base is gone.
create or replace function sec.paper_by_code(p_jurisdiction text, p_code text) returns table (kind text, words jsonb, number text, issuer text, issued_on text, sha256 text, pdf_sha256 text, state text, replaced_by text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.kind, p.words, p.number, p.facts->>'issuer', p.facts->>'on', p.sha256, (select r.sha256 from public.paper_print r where r.jurisdiction = p.jurisdiction and r.case_id = p.case_id and r.id = p.id),
         case when n.status = 'corrected' then 'replaced' when n.status = 'terminated' then 'void'
              when p.kind in ('certificate', 'recognition') then (select case b.status when 'revoked' then 'void' when 'left' then 'void' when 'suspended' then 'suspended' else 'valid' end from public.base b where b.jurisdiction = p.jurisdiction and b.recognition = p.case_id)
              when p.kind in ('suspensionNotice', 'suspensionConfirmed') then (select case when s.status = 'annulled' then 'void' when s.ended_on is not null or s.status in ('lifted', 'ended') then 'ended' else 'valid' end from public.suspension s where s.jurisdiction = p.jurisdiction and s.case_id = p.case_id)
              else 'valid' end,
         (select l.number from public.notice l where l.jurisdiction = p.jurisdiction and l.corrects = n.case_id)
    from public.paper p left join public.notice n on n.jurisdiction = p.jurisdiction and n.case_id = p.case_id and p.kind = 'notice'
   where p.jurisdiction = p_jurisdiction and p.code = p_code order by p.at limit 1 $$;
