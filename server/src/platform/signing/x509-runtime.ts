/** @peculiar/x509 wires itself through decorators and needs this polyfill loaded before it. Import this file first. */
import 'reflect-metadata';
