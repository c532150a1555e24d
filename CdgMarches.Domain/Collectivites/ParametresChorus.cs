namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce que la collectivité exige des factures déposées sur Chorus Pro.</summary>
/// <param name="ServiceObligatoire">Le code du service destinataire doit figurer sur la facture.</param>
/// <param name="EngagementObligatoire">Le numéro d'engagement juridique doit figurer sur la facture.</param>
/// <param name="CodeDuService">Le code du service, quand il est toujours le même.</param>
/// <param name="NomDuService">Le nom de ce service exécutant (RG6.32, <c>NomService</c>).</param>
public sealed record ParametresChorus(
    bool ServiceObligatoire = false,
    bool EngagementObligatoire = false,
    string? CodeDuService = null,
    string? NomDuService = null
)
{
    public const int LongueurDuCode = 100;
    public const int LongueurDuNom = 200;

    public static ParametresChorus Aucun { get; } = new();
}
