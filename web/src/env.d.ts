/// <reference types="vite/client" />
/// <reference types="unplugin-icons/types/vue" />

/** Address of the folder with what pdf.js loads on demand; see build/static-files.ts. */
declare const PDF_FILES: string;
