/** @peculiar/x509 uses decorators and needs this polyfill loaded first. Import this file before it. */
import 'reflect-metadata';
