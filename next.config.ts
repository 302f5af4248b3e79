import type { NextConfig } from 'next';

const config: NextConfig = {
	agentRules: false,
	poweredByHeader: false,
	serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3'],
	experimental: { agentUpgrade: false },
};

export default config;
