/** What diagnostics name as their origin. */
export const diagnosticSource = 'Seaworthy';
