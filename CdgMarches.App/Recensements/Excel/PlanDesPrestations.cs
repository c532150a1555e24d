using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Une prestation du classeur : où en est sa réponse, et si le membre la dit sans besoin.</summary>
public sealed record PrestationDuClasseur(string Code, string Libelle, string Feuille, EtatDeReponse Etat);

/// <summary>La feuille « Prestations » : une ligne par réponse, avec la liste « Besoin néant ».</summary>
internal sealed class PlanDesPrestations
{
    public const string Feuille = "Prestations";

    private PlanDesPrestations()
    {
        Plan = new PlanDImport(Feuille, Code, Prestation, Onglet, Etat, Neant);
        Lecteurs = new Champs<PrestationDuClasseur>()
            .Avec(Code, p => p.Code)
            .Avec(Prestation, p => p.Libelle)
            .Avec(Onglet, p => p.Feuille)
            .Avec(Etat, p => p.Etat.Libelle())
            .Avec(Neant, p => p.Etat is EtatDeReponse.Neant ? true : null);
    }

    public static PlanDesPrestations Unique { get; } = new();

    public ColonneDImport<string?> Code { get; } = Colonnes.Texte("Code", 20) with { Presence = Presence.ValeurRequise };

    public ColonneDImport<string?> Prestation { get; } = Colonnes.Texte("Prestation", 200);

    public ColonneDImport<string?> Onglet { get; } = Colonnes.Texte("Feuille à remplir", 40);

    public ColonneDImport<string?> Etat { get; } = Colonnes.Texte("État au téléchargement", 40);

    public ColonneDImport<bool?> Neant { get; } = Colonnes.OuiNon("Besoin néant") with { Saisie = true };

    public PlanDImport Plan { get; }

    public Champs<PrestationDuClasseur> Lecteurs { get; }
}
