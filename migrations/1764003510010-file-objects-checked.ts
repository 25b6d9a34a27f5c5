import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the rows that existed before `file-objects`, without a lock that stops writers. */
export class FileObjectsChecked1764003510010 implements MigrationInterface {
  readonly name = 'FileObjectsChecked1764003510010';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_attachment VALIDATE CONSTRAINT chat_attachment_place');
    await runner.query('ALTER TABLE chart_document VALIDATE CONSTRAINT chart_document_place');
    await runner.query('ALTER TABLE intake_picture VALIDATE CONSTRAINT intake_picture_place');
    await runner.query('ALTER TABLE prescription_document VALIDATE CONSTRAINT prescription_document_place');
    await runner.query('ALTER TABLE clinical_document_file VALIDATE CONSTRAINT clinical_document_file_place');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
