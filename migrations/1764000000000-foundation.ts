import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables: Record<string, string> = {
  account: 'SELECT, INSERT, UPDATE',
  session: 'SELECT, INSERT, UPDATE',
  refresh_token: 'SELECT, INSERT, UPDATE, DELETE',
  idempotency_key: 'SELECT, INSERT, UPDATE, DELETE',
  audit_event: 'SELECT, INSERT',
  domain_event: 'SELECT, INSERT',
  signing_credential: 'SELECT, INSERT, UPDATE',
  department: 'SELECT, INSERT, UPDATE',
  practitioner: 'SELECT, INSERT, UPDATE',
  practitioner_department: 'SELECT, INSERT, DELETE',
  consent_text: 'SELECT, INSERT',
  patient: 'SELECT, INSERT, UPDATE',
  allergy: 'SELECT, INSERT, UPDATE',
  condition: 'SELECT, INSERT, UPDATE',
  medication_statement: 'SELECT, INSERT, UPDATE',
  visit: 'SELECT, INSERT, UPDATE',
  consent: 'SELECT, INSERT',
  call_session: 'SELECT, INSERT, UPDATE',
  call_event: 'SELECT, INSERT',
  note: 'SELECT, INSERT, UPDATE',
  note_version: 'SELECT, INSERT',
  diagnosis_list: 'SELECT, INSERT, UPDATE',
  diagnosis: 'SELECT, INSERT, DELETE',
  prescription: 'SELECT, INSERT, UPDATE',
  prescription_signature: 'SELECT, INSERT',
  prescription_document: 'SELECT, INSERT, DELETE',
  safety_check: 'SELECT, INSERT',
  review: 'SELECT, INSERT, UPDATE',
};

/** The schema that everything else builds on: tenancy, people, visits, charts, prescriptions, audit, events. */
export class Foundation1764000000000 implements MigrationInterface {
  readonly name = 'Foundation1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yunzhen_app') THEN
          CREATE ROLE yunzhen_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      END $$;

      -- One row a tenant. What stands here may be shown to anyone: keys live in signing_credential.
      CREATE TABLE hospital (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name jsonb NOT NULL,
        jurisdiction text NOT NULL,
        time_zone text NOT NULL,
        locale text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        demo_accounts jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL
      );

      -- Media nodes serve every hospital of the installation.
      CREATE TABLE media_node (
        id text PRIMARY KEY,
        url text NOT NULL,
        incarnation uuid NOT NULL,
        router_rtp_capabilities jsonb NOT NULL,
        workers int NOT NULL,
        rooms int NOT NULL,
        participants int NOT NULL,
        load double precision NOT NULL,
        draining boolean NOT NULL,
        last_seen_at timestamptz NOT NULL
      );

      CREATE TABLE account (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        email text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        display_name text NOT NULL,
        display_name_latin text NOT NULL DEFAULT '',
        locale text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        created_at timestamptz NOT NULL,
        UNIQUE (hospital_id, email)
      );

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text
      );
      CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;

      -- The secret is kept as a hash. A token that was used stays until it expires, so that its reuse is seen.
      CREATE TABLE refresh_token (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        session_id uuid NOT NULL REFERENCES session,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);

      CREATE TABLE idempotency_key (
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        key text NOT NULL,
        command text NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, account_id, key)
      );

      CREATE TABLE audit_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        at timestamptz NOT NULL,
        action text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'denied')),
        actor_account_id uuid,
        actor_roles text[] NOT NULL,
        entity text NOT NULL,
        entity_id text,
        patient_id uuid,
        request_id text NOT NULL,
        address text,
        code text,
        details jsonb NOT NULL
      );
      CREATE INDEX audit_event_time ON audit_event (hospital_id, at DESC, id DESC);
      CREATE INDEX audit_event_patient ON audit_event (hospital_id, patient_id, at DESC) WHERE patient_id IS NOT NULL;
      CREATE INDEX audit_event_actor ON audit_event (hospital_id, actor_account_id, at DESC);

      CREATE TABLE domain_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        at timestamptz NOT NULL,
        type text NOT NULL,
        entity_id uuid NOT NULL,
        visit_id uuid,
        department_id uuid,
        practitioner_id uuid,
        facts jsonb NOT NULL
      );
      CREATE INDEX domain_event_time ON domain_event (hospital_id, at, type);

      -- A private key is sealed under the key-encryption key; its certificate is public.
      CREATE TABLE signing_credential (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        kind text NOT NULL CHECK (kind IN ('hospital-ca', 'practitioner')),
        practitioner_id uuid,
        certificate_pem text NOT NULL,
        sealed_key text NOT NULL,
        serial text NOT NULL,
        not_before timestamptz NOT NULL,
        not_after timestamptz NOT NULL,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL,
        CHECK ((kind = 'practitioner') = (practitioner_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX signing_credential_current ON signing_credential (hospital_id, kind, coalesce(practitioner_id, hospital_id))
        WHERE revoked_at IS NULL;

      CREATE TABLE department (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        code text NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        position int NOT NULL,
        UNIQUE (hospital_id, code)
      );

      CREATE TABLE practitioner (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account UNIQUE,
        kind text NOT NULL CHECK (kind IN ('doctor', 'pharmacist')),
        name text NOT NULL,
        name_latin text NOT NULL,
        title jsonb NOT NULL,
        bio jsonb NOT NULL,
        languages text[] NOT NULL,
        licence_number text NOT NULL,
        licence_valid_until date NOT NULL,
        years_of_practice int NOT NULL,
        on_duty boolean NOT NULL DEFAULT false,
        on_duty_since timestamptz
      );

      CREATE TABLE practitioner_department (
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        PRIMARY KEY (practitioner_id, department_id)
      );
      CREATE INDEX practitioner_department_department ON practitioner_department (department_id);

      CREATE TABLE consent_text (
        hospital_id uuid NOT NULL REFERENCES hospital,
        version text NOT NULL,
        locale text NOT NULL,
        title text NOT NULL,
        paragraphs jsonb NOT NULL,
        valid_from timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, version, locale)
      );

      CREATE TABLE patient (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid REFERENCES account UNIQUE,
        name text NOT NULL,
        name_latin text NOT NULL,
        birth_date date NOT NULL,
        sex text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
        phone text,
        identity_number_sealed text,
        identity_last4 text,
        no_known_allergies_at timestamptz,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE allergy (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        substance text NOT NULL,
        substance_code text,
        category text NOT NULL,
        reaction text NOT NULL,
        severity text NOT NULL,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz,
        retracted_by_account_id uuid
      );
      CREATE INDEX allergy_patient ON allergy (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE condition (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        code text,
        title jsonb NOT NULL,
        since date,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz
      );
      CREATE INDEX condition_patient ON condition (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE medication_statement (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        product_id text,
        text text NOT NULL,
        dosage text NOT NULL,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz,
        retracted_by_account_id uuid
      );
      CREATE INDEX medication_statement_patient ON medication_statement (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE visit (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        department_id uuid NOT NULL REFERENCES department,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        status text NOT NULL,
        version int NOT NULL DEFAULT 1,
        kind text NOT NULL,
        priority text NOT NULL DEFAULT 'routine',
        complaint text NOT NULL,
        intake jsonb,
        device_check text,
        created_at timestamptz NOT NULL,
        checked_in_at timestamptz,
        admitted_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        summary text,
        media_node_id text,
        media_node_incarnation uuid
      );
      -- A patient has at most one open visit, whatever two tabs do at once.
      CREATE UNIQUE INDEX visit_one_open ON visit (patient_id) WHERE status IN ('planned', 'waiting', 'in-progress');
      CREATE INDEX visit_queue ON visit (practitioner_id, checked_in_at) WHERE status IN ('waiting', 'in-progress');
      CREATE INDEX visit_patient ON visit (patient_id, created_at DESC);
      CREATE INDEX visit_practitioner ON visit (practitioner_id, created_at DESC);

      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit UNIQUE,
        patient_id uuid NOT NULL REFERENCES patient,
        text_version text NOT NULL,
        text_locale text NOT NULL,
        given_by_account_id uuid NOT NULL REFERENCES account,
        given_at timestamptz NOT NULL
      );

      CREATE TABLE call_session (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        node_id text NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX call_session_visit ON call_session (visit_id);

      CREATE TABLE call_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        node_id text NOT NULL,
        at timestamptz NOT NULL,
        type text NOT NULL,
        participant_id uuid,
        role text,
        reason text,
        code text
      );
      CREATE INDEX call_event_visit ON call_event (visit_id, at);

      CREATE TABLE note (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        status text NOT NULL DEFAULT 'draft',
        version int NOT NULL,
        content jsonb NOT NULL,
        author_id uuid NOT NULL REFERENCES practitioner,
        updated_at timestamptz NOT NULL,
        signed_at timestamptz
      );

      CREATE TABLE note_version (
        visit_id uuid NOT NULL REFERENCES visit,
        version int NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        content jsonb NOT NULL,
        author_account_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (visit_id, version)
      );

      CREATE TABLE diagnosis_list (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        version int NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE diagnosis (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        patient_id uuid NOT NULL REFERENCES patient,
        code text NOT NULL,
        title jsonb NOT NULL,
        is_primary boolean NOT NULL,
        certainty text NOT NULL,
        position int NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX diagnosis_visit ON diagnosis (visit_id, position);
      CREATE INDEX diagnosis_patient ON diagnosis (patient_id);
      CREATE UNIQUE INDEX diagnosis_one_primary ON diagnosis (visit_id) WHERE is_primary;

      CREATE TABLE prescription (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number text NOT NULL,
        visit_id uuid NOT NULL REFERENCES visit,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        status text NOT NULL,
        version int NOT NULL,
        items jsonb NOT NULL DEFAULT '[]',
        diagnoses jsonb NOT NULL DEFAULT '[]',
        safety jsonb,
        blocked_by jsonb NOT NULL DEFAULT '[]',
        acknowledgements jsonb NOT NULL DEFAULT '[]',
        -- The canonical JSON that was signed, to the byte.
        signed_payload text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        signed_at timestamptz,
        valid_until timestamptz,
        pharmacist_id uuid REFERENCES practitioner,
        decided_at timestamptz,
        rejection jsonb,
        cancel_reason text,
        -- The code’s secret: its hash to check, sealed to print it again.
        secret_hash bytea,
        secret_sealed text,
        UNIQUE (hospital_id, number)
      );
      CREATE UNIQUE INDEX prescription_one_draft ON prescription (visit_id) WHERE status = 'draft';
      CREATE INDEX prescription_patient ON prescription (patient_id, created_at DESC);
      CREATE INDEX prescription_practitioner ON prescription (practitioner_id, created_at DESC);

      CREATE TABLE prescription_signature (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        role text NOT NULL CHECK (role IN ('doctor', 'pharmacist')),
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        jws text NOT NULL,
        certificate_pem text NOT NULL,
        signed_at timestamptz NOT NULL,
        UNIQUE (prescription_id, role)
      );

      -- The signed PDF, made again whenever the decision on it changes; its digest tells an unchanged copy.
      CREATE TABLE prescription_document (
        prescription_id uuid NOT NULL REFERENCES prescription,
        locale text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('signed', 'approved')),
        hospital_id uuid NOT NULL REFERENCES hospital,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        PRIMARY KEY (prescription_id, stage, locale)
      );

      CREATE TABLE safety_check (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        prescription_version int NOT NULL,
        phase text NOT NULL CHECK (phase IN ('draft', 'signature', 'review')),
        data_version text NOT NULL,
        report jsonb NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX safety_check_prescription ON safety_check (prescription_id, at);

      CREATE TABLE review (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription UNIQUE,
        status text NOT NULL,
        version int NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        decided_at timestamptz,
        pharmacist_id uuid REFERENCES practitioner
      );
      CREATE INDEX review_open ON review (hospital_id, requested_at) WHERE status IN ('requested', 'in-progress');

      -- Starts a request: sets the tenant for this transaction and says whether the actor’s session still lives.
      CREATE FUNCTION begin_request(hospital uuid, actor_session uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.hospital_id', hospital::text, true);
        RETURN actor_session IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = actor_session AND ended_at IS NULL);
      END $$;

      CREATE FUNCTION current_hospital() RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT nullif(current_setting('app.hospital_id', true), '')::uuid $$;

      -- A signed record never changes, whoever asks: the database itself refuses.
      CREATE FUNCTION refuse_signed_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'signed' THEN RAISE EXCEPTION 'a signed note never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER note_is_final BEFORE UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_signed_note_change();

      CREATE FUNCTION refuse_signed_prescription_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a prescription is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.signed_at IS NOT NULL AND (
          NEW.items IS DISTINCT FROM OLD.items OR NEW.diagnoses IS DISTINCT FROM OLD.diagnoses
          OR NEW.signed_payload IS DISTINCT FROM OLD.signed_payload OR NEW.signed_at IS DISTINCT FROM OLD.signed_at
          OR NEW.number IS DISTINCT FROM OLD.number OR NEW.visit_id IS DISTINCT FROM OLD.visit_id
          OR NEW.patient_id IS DISTINCT FROM OLD.patient_id OR NEW.practitioner_id IS DISTINCT FROM OLD.practitioner_id
          OR NEW.acknowledgements IS DISTINCT FROM OLD.acknowledgements OR NEW.safety IS DISTINCT FROM OLD.safety
          OR NEW.secret_hash IS DISTINCT FROM OLD.secret_hash) THEN
          RAISE EXCEPTION 'a signed prescription is never edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER prescription_is_final BEFORE UPDATE OR DELETE ON prescription
        FOR EACH ROW EXECUTE FUNCTION refuse_signed_prescription_change();

      GRANT USAGE ON SCHEMA public TO yunzhen_app;
      GRANT SELECT ON hospital, schema_migration TO yunzhen_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON media_node TO yunzhen_app;
    `);
    for (const [table, rights] of Object.entries(tenantTables)) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table} USING (hospital_id = current_hospital()) WITH CHECK (hospital_id = current_hospital());
        GRANT ${rights} ON ${table} TO yunzhen_app;
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken back: restore a backup instead.');
  }
}
