/// <reference types="vite/client" />
/// <reference types="unplugin-icons/types/vue" />

/** Address of the folder with what pdf.js loads on demand; see build/pdf-files.ts. */
declare const PDF_FILES: string;
