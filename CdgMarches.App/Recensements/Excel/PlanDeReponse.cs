using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Une ligne du catalogue et ce que le membre y a répondu, cette fois et la précédente.</summary>
public sealed record LigneDuClasseur(LigneDeCatalogue Ligne, string Lot, LigneDeReponse? Saisie, LigneDeReponse? N1 = null);

/// <summary>Le format de la feuille d'une réponse : le même pour le classeur remis, celui qui revient et les lignes refusées.</summary>
internal sealed class PlanDeReponse
{
    /// <summary>Les colonnes qui disent la ligne restent visibles quand on se déplace vers la droite.</summary>
    public const int ColonnesFigees = 4;

    private PlanDeReponse(string feuille, ChampDeReponse demandes)
    {
        Saisies = [.. ChampsDeReponse.Tous.Where(c => demandes.Accepte(c)).Select(c => (c, DeChamp(c)))];
        var avant = Saisies
            .Where(s => s.Champ.EstNombre())
            .ToDictionary(s => s.Champ, s => DeChamp(s.Champ, $"N-1 {s.Champ.Libelle()}", saisie: false));
        List<ColonneDImport> colonnes = [Numero, Lot, Designation, Unite];
        foreach (var (champ, colonne) in Saisies)
        {
            if (avant.TryGetValue(champ, out var n1))
            {
                colonnes.Add(n1);
            }

            colonnes.Add(colonne);
        }

        Plan = new PlanDImport(feuille, colonnes);
        Lecteurs = new Champs<LigneDuClasseur>()
            .Avec(Numero, l => (long?)l.Ligne.Numero)
            .Avec(Lot, l => l.Lot)
            .Avec(Designation, l => l.Ligne.Designation)
            .Avec(Unite, l => l.Ligne.Unite);
        foreach (var (champ, colonne) in Saisies)
        {
            Lecteurs.Avec(colonne, l => Remplie(l.Saisie?.Valeur(champ)));
            if (avant.TryGetValue(champ, out var n1))
            {
                Lecteurs.Avec(n1, l => Remplie(l.N1?.Valeur(champ)));
            }
        }

        Colonnes = colonnes;
    }

    public ColonneDImport<long?> Numero { get; } =
        Socle.Import.Colonnes.Entier("N°") with
        {
            Alias = ["Numéro", "Numéro de ligne"],
            Presence = Presence.ValeurRequise,
        };

    public ColonneDImport<string?> Lot { get; } = Socle.Import.Colonnes.Texte("Lot", 400) with { LargeurMaximale = 30 };

    public ColonneDImport<string?> Designation { get; } =
        Socle.Import.Colonnes.Texte("Désignation", LigneDeCatalogue.LongueurDesignation);

    public ColonneDImport<string?> Unite { get; } = Socle.Import.Colonnes.Texte("Unité", LigneDeCatalogue.LongueurUnite);

    /// <summary>Les colonnes que le membre remplit.</summary>
    public IReadOnlyList<(ChampDeReponse Champ, ColonneDImport<ValeurDeCellule?> Colonne)> Saisies { get; }

    public IReadOnlyList<ColonneDImport> Colonnes { get; }

    public PlanDImport Plan { get; }

    public Champs<LigneDuClasseur> Lecteurs { get; }

    /// <param name="feuille">Le nom de la feuille.</param>
    /// <param name="lignes">Les lignes de la prestation : la feuille a une colonne par champ que l'une d'elles demande.</param>
    public static PlanDeReponse De(string feuille, IEnumerable<LigneDeCatalogue> lignes) =>
        new(feuille, lignes.Aggregate(ChampDeReponse.Aucun, (tous, ligne) => tous | ligne.Demandes));

    /// <summary>La colonne d'un champ : elle lit ce qu'Excel a enregistré par la règle même de la saisie à l'écran.</summary>
    private static ColonneDImport<ValeurDeCellule?> DeChamp(ChampDeReponse champ, string? entete = null, bool saisie = true) =>
        new(entete ?? champ.Libelle(), Genre(champ))
        {
            Saisie = saisie,
            LargeurMaximale = champ is ChampDeReponse.Commentaire or ChampDeReponse.Justification ? 50 : 24,
            Analyser = cellule => saisie ? Lire(champ, cellule) : Lecture.Ok<ValeurDeCellule?>(null),
            Afficher = valeur => valeur is { } v ? v.EnTexte(champ) : null,
            Ecrire = (feuille, valeur) => Ecrire(feuille, champ, valeur ?? ValeurDeCellule.Vide),
        };

    private static GenreDeColonne Genre(ChampDeReponse champ) =>
        champ switch
        {
            ChampDeReponse.MontantHt => GenreDeColonne.Montant,
            ChampDeReponse.FinDeContrat => GenreDeColonne.Date,
            _ when champ.EstQuantite() => GenreDeColonne.Quantite,
            _ => GenreDeColonne.Texte,
        };

    private static Lecture<ValeurDeCellule?> Lire(ChampDeReponse champ, CelluleLue cellule)
    {
        var (texte, avertissement) = EnTexte(champ, cellule);
        if (champ is ChampDeReponse.FinDeContrat && cellule is { Nombre: not null, Date: null })
        {
            return Lecture.Refus<ValeurDeCellule?>($"« {cellule.Texte} » est un nombre et non une date. Écrivez jj/mm/aaaa.");
        }

        return ValeurDeCellule.TryLire(champ, texte, out var valeur, out var erreur)
            ? Lecture.Ok<ValeurDeCellule?>(Remplie(valeur), avertissement)
            : Lecture.Refus<ValeurDeCellule?>(erreur);
    }

    /// <summary>Un nombre calculé par Excel traîne des décimales que la cellule ne montre pas : il est arrondi, et on le dit.</summary>
    private static (string Texte, string? Avertissement) EnTexte(ChampDeReponse champ, CelluleLue cellule)
    {
        if (champ.EstNombre() && cellule is { Nombre: { } nombre, Date: null })
        {
            var arrondi = decimal.Round(nombre, champ.EstQuantite() ? 3 : 2, MidpointRounding.AwayFromZero);
            var texte = arrondi.ToString("0.###", CultureInfo.InvariantCulture);
            return (texte, arrondi == nombre ? null : $"« {cellule.Texte} » est arrondi à {Formats.Nombre(arrondi)}.");
        }

        if (champ is ChampDeReponse.FinDeContrat && cellule.Date is { } date)
        {
            return (date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), null);
        }

        return champ is ChampDeReponse.Commentaire or ChampDeReponse.Justification
            ? (cellule.Texte.ReplaceLineEndings("\n"), null)
            : (Saisie.Espaces(cellule.Texte), null);
    }

    private static void Ecrire(FeuilleExcel feuille, ChampDeReponse champ, ValeurDeCellule valeur)
    {
        _ = champ switch
        {
            _ when champ.EstQuantite() => feuille.Quantite(valeur.Nombre),
            ChampDeReponse.MontantHt => feuille.Montant(valeur.Nombre),
            ChampDeReponse.FinDeContrat => feuille.Date(valeur.Jour),
            _ => feuille.Texte(valeur.Texte),
        };
    }

    private static ValeurDeCellule? Remplie(ValeurDeCellule? valeur) => valeur is { EstVide: false } v ? v : null;
}
