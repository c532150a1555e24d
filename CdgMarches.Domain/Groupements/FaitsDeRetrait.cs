namespace CdgMarches.Domain.Groupements;

/// <summary>Ce qu'il faut savoir du groupement pour constater un retrait.</summary>
/// <param name="Membre">Le nom de la collectivité.</param>
/// <param name="EstCoordonnateur">Elle coordonne le groupement.</param>
/// <param name="SortieDuCoordonnateur">Ce que la convention fait de son départ.</param>
/// <param name="MembresRestants">Combien de membres resteraient au lendemain.</param>
/// <param name="ConsultationEnCours">La référence d'une consultation entre son lancement et son terme, s'il y en a une.</param>
public sealed record FaitsDeRetrait(
    string Membre,
    bool EstCoordonnateur,
    SortieDuCoordonnateur SortieDuCoordonnateur,
    int MembresRestants,
    string? ConsultationEnCours
)
{
    /// <summary>Vrai si ce départ dissout le groupement : le constat ouvre alors le dossier de dissolution (RG1.33).</summary>
    public bool DissoutLeGroupement => EstCoordonnateur && SortieDuCoordonnateur is SortieDuCoordonnateur.Dissout;
}

/// <summary>Une suite du retrait, à régler ou à connaître : marché en cours, minimum, siège, contribution (RG1.32).</summary>
public sealed record SuiteDeRetrait(string Sujet, string Detail);
