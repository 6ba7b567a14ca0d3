//! Names for what real documents have.

use super::name;

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn titles_of_real_documents() {
    for (title, expected) in [
        ("API calls encrypted", "ApiCallsEncrypted"),
        (
            "Access management - Authentication",
            "AccessManagementAuthentication",
        ),
        (
            "Access management - Authorization",
            "AccessManagementAuthorization",
        ),
        ("Authentication", "Authentication"),
        ("Authorization", "Authorization"),
        (
            "Azure monitoring support (Log analytics, App insights, etc.)",
            "AzureMonitoring",
        ),
        (
            "Column Level Encryption (Azure Data Services)",
            "ColumnLevelEncryption",
        ),
        (
            "Column level encryption (Azure Data Services)",
            "ColumnLevelEncryption",
        ),
        (
            "Configuration management support (versioning of configuration, etc.)",
            "ConfigurationManagement",
        ),
        (
            "Control and management plane logging and audit",
            "ControlAndManagementPlaneLoggingAndAudit",
        ),
        (
            "Control/Management Plan Logging and Audit",
            "ControlAndManagementPlanLoggingAndAudit",
        ),
        (
            "Control/Management plane Logging and Audit",
            "ControlAndManagementPlaneLoggingAndAudit",
        ),
        (
            "Control/Management plane access controls",
            "ControlAndManagementPlaneAccessControls",
        ),
        (
            "Cross Origin Resource Sharing (CORS)",
            "CrossOriginResourceSharing",
        ),
        ("Data plane Logging and Audit", "DataPlaneLoggingAndAudit"),
        ("Data plane logging and audit", "DataPlaneLoggingAndAudit"),
        (
            "Data plane access controls (At every service level)",
            "DataPlaneAccessControls",
        ),
        (
            "Encryption Key Handling (CMK, BYOK, etc.)",
            "EncryptionKeyHandling",
        ),
        (
            "Encryption key handling (CMK, BYOK, etc.)",
            "EncryptionKeyHandling",
        ),
        (
            "Encryption at rest (such as server-side encryption, server-side encryption with customer-managed keys, and other encryption features)",
            "EncryptionAtRest",
        ),
        (
            "Encryption at rest:<ul><li>Server-side encryption</li><li>Server-side encryption with customer-managed keys</li><li>Other encryption features (such as client-side, always encrypted, etc.)</ul>",
            "EncryptionAtRest",
        ),
        (
            "Encryption in Transit:<ul><li>Express route encryption</li><li>In Vnet encryption</li><li>VNet-VNet encryption</ul>",
            "EncryptionInTransit",
        ),
        (
            "Encryption in transit (such as ExpressRoute encryption, in VNet encryption, and VNet-VNet encryption )",
            "EncryptionInTransit",
        ),
        ("Forced tunneling support", "ForcedTunneling"),
        ("Support for forced tunneling", "ForcedTunneling"),
        (
            "Network Isolation / Firewalling support",
            "NetworkIsolationAndFirewalling",
        ),
        (
            "Network Isolation and Firewalling support",
            "NetworkIsolationAndFirewalling",
        ),
        (
            "Network isolation and firewalling support",
            "NetworkIsolationAndFirewalling",
        ),
        (
            "Server-side encryption at rest: Microsoft managed keys",
            "ServerSideEncryptionAtRestMicrosoftManagedKeys",
        ),
        (
            "Server-side encryption at rest: Microsoft-managed keys",
            "ServerSideEncryptionAtRestMicrosoftManagedKeys",
        ),
        (
            "Server-side encryption at rest: customer managed keys (BYOK)",
            "ServerSideEncryptionAtRestCustomerManagedKeys",
        ),
        (
            "Server-side encryption at rest: customer-managed keys (BYOK)",
            "ServerSideEncryptionAtRestCustomerManagedKeys",
        ),
        ("Service Endpoint support", "ServiceEndpoint"),
        ("Service endpoint support", "ServiceEndpoint"),
        ("VNet injection support", "VnetInjection"),
        ("vNET Injection support", "VnetInjection"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn headings_of_real_documents() {
    for (title, expected) in [
        ("Access controls", "AccessControls"),
        (
            "Additional security controls for Cosmos DB",
            "AdditionalSecurityControlsForCosmosDb",
        ),
        ("Audit Trail", "AuditTrail"),
        ("Audit trail", "AuditTrail"),
        ("IAM Support", "Iam"),
        (
            "Identity and access management",
            "IdentityAndAccessManagement",
        ),
        ("Monitoring & logging", "MonitoringAndLogging"),
        ("Network Segmentation", "NetworkSegmentation"),
        ("Preventative", "Preventative"),
        (
            "Security controls for Azure Key Vault",
            "SecurityControlsForAzureKeyVault",
        ),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn titles_of_translations() {
    for (title, expected) in [
        (
            "Unterstützung der VNet-Einschleusung",
            "UnterstützungDerVnetEinschleusung",
        ),
        (
            "Überwachung und Protokollierung",
            "ÜberwachungUndProtokollierung",
        ),
        (
            "Serverseitige Verschlüsselung ruhender Daten: vom Kunden verwaltete Schlüssel (BYOK)",
            "ServerseitigeVerschlüsselungRuhenderDatenVomKundenVerwalteteSchlüssel",
        ),
        (
            "Verschlüsselung während der Übertragung (z. B. ExpressRoute-Verschlüsselung, VNET-Verschlüsselung)",
            "VerschlüsselungWährendDerÜbertragung",
        ),
        ("Verschlüsselte API-Aufrufe", "VerschlüsselteApiAufrufe"),
        ("Appels d’API chiffrés", "AppelsDApiChiffrés"),
        (
            "Prise en charge de l’injection de réseau virtuel",
            "PriseEnChargeDeLInjectionDeRéseauVirtuel",
        ),
        (
            "Chiffrement côté serveur au repos : clés gérées par le client (BYOK)",
            "ChiffrementCôtéServeurAuReposClésGéréesParLeClient",
        ),
        ("Identité", "Identité"),
        (
            "サービス エンドポイントのサポート",
            "サービスエンドポイントのサポート",
        ),
        (
            "VNet インジェクションのサポート",
            "Vnetインジェクションのサポート",
        ),
        ("API 呼び出しの暗号化", "Api呼び出しの暗号化"),
        ("列レベルの暗号化 (Azure Data Services)", "列レベルの暗号化"),
        (
            "列レベルの暗号化（Ａｚｕｒｅ）／ＶＮｅｔ",
            "列レベルの暗号化Vnet",
        ),
        (
            "保存時のサーバー側の暗号化: Microsoft のマネージド キー",
            "保存時のサーバー側の暗号化Microsoftのマネージドキー",
        ),
        ("データ・プレーン", "データプレーン"),
        ("ID", "Id"),
        ("Шифрование данных", "ШифрованиеДанных"),
        ("सुरक्षा नियंत्रण", "सुरक्षानियंत्रण"),
        ("การเข้ารหัส", "การเข้ารหัส"),
        ("הצפנה במנוחה", "הצפנהבמנוחה"),
        ("تشفير البيانات", "تشفيرالبيانات"),
        ("암호화 키", "암호화키"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}
