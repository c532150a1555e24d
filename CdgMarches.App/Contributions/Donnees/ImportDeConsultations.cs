using System.Globalization;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Le relevé de la plateforme : un nombre par SIRET, ou la liste des consultations, comptée ici.</summary>
/// <remarks>RG6.02, lecture 8 : créées dans l'année et non marquées test ; plusieurs lots d'une même référence comptent une fois.</remarks>
public sealed class ImportDeConsultations : IImportDeContributions
{
    private static readonly ColonneDImport<Siret?> Siret = Colonnes.Siret("SIRET") with { Presence = Presence.ValeurRequise };

    private static readonly ColonneDImport<long?> Nombre = Colonnes.Entier("Consultations") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Nombre de consultations", "Consultations créées", "Réelles"],
    };

    private static readonly ColonneDImport<string?> Organisme = Colonnes.Texte("Organisme", 300) with
    {
        Alias = ["Collectivité", "Nom", "Acheteur"],
    };

    private static readonly string[] Tests = ["OUI", "O", "1", "VRAI", "TRUE", "X", "TEST"];

    public string Nature => "consultations";

    public string Titre => "Importer un relevé de consultations";

    public string Consigne =>
        "Deux formes : un SIRET et un nombre par ligne (colonnes « SIRET » et « Consultations »), ou la liste des consultations de la plateforme (« SIRET », « Référence », et si possible « Créée le », « Test », « Lot ») : les tests et les autres années sont écartés, plusieurs lots d'une référence comptent une fois.";

    public PlanDImport Plan { get; } = new("Consultations", Siret, Nombre, Organisme);

    public async Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var annee = parametres.Annee;
        var collectivites = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Siret != null && c.ArchiveLe == null)
            .Select(c => new { c.Siret, c.Id })
            .ToListAsync(annulation);
        var parSiret = collectivites.ToDictionary(c => c.Siret!.Valeur, c => c.Id);
        var declarees = await contexte
            .ConsultationsDeclarees.AsNoTracking()
            .Where(d => d.Annee == annee)
            .ToDictionaryAsync(d => d.Collectivite, annulation);
        return ApercuDImport.Construire(
            Plan.Lire(Compter(tableur, annee)),
            l => l.Lire(Siret)?.Valeur,
            cle => parSiret.TryGetValue(cle, out var id) ? declarees.GetValueOrDefault(id) : null,
            new Champs<ConsultationsDeclarees>().Avec(Nombre, d => d.Reelles),
            (ligne, _) =>
            {
                if (ligne.Lire(Siret) is { } siret && !parSiret.ContainsKey(siret.Valeur))
                {
                    ligne.Refuser(Siret, $"aucune collectivité du référentiel n'a le SIRET {siret.Formater()}.");
                }

                if (ligne.Lire(Nombre) is { } nombre && nombre is < 0 or > ConsultationsDeclarees.Maximum)
                {
                    ligne.Refuser(Nombre, $"« {nombre} » n'est pas un nombre de consultations, de 0 à 100 000.");
                }
            }
        );
    }

    public async Task EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ApercuDImport apercu,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var annee = parametres.Annee;
        var parSiret = (
            await contexte
                .Collectivites.Where(c => c.Siret != null && c.ArchiveLe == null)
                .Select(c => new { c.Siret, c.Id })
                .ToListAsync(annulation)
        ).ToDictionary(c => c.Siret!.Valeur, c => c.Id);
        var declarees = await contexte
            .ConsultationsDeclarees.Where(d => d.Annee == annee)
            .ToDictionaryAsync(d => d.Collectivite, annulation);
        foreach (var ligne in apercu.LignesAEcrire)
        {
            CollectiviteId id = parSiret[ligne.Cle];
            var nombre = (int)ligne.Source.Lire(Nombre)!.Value;
            if (declarees.GetValueOrDefault(id) is { } existante)
            {
                existante.Corriger(nombre, existante.Estimees, OrigineDesConsultations.Import);
            }
            else
            {
                contexte.Add(ConsultationsDeclarees.Declarer(id, annee, nombre, null, OrigineDesConsultations.Import));
            }
        }
    }

    /// <summary>Une liste de consultations devient un nombre par SIRET ; un relevé déjà compté est rendu tel quel.</summary>
    internal static TableurLu Compter(TableurLu tableur, int annee)
    {
        if (
            tableur.Feuilles is not [{ Lignes: [var entetes, ..] } feuille, ..]
            || Colonne(entetes, "REFERENCE", "REFERENCE DE LA CONSULTATION", "NUMERO DE CONSULTATION") is not { } reference
            || Colonne(entetes, "SIRET") is not { } siret
        )
        {
            return tableur;
        }

        var (creee, test) = (Colonne(entetes, "CREEE LE", "DATE DE CREATION", "CREATION"), Colonne(entetes, "TEST"));
        var (vues, tests, autres) = (new Dictionary<string, HashSet<string>>(StringComparer.Ordinal), 0, 0);
        foreach (var ligne in feuille.Lignes.Skip(1).Where(l => !l[siret].EstVide))
        {
            var cle = string.Concat(ligne[siret].Texte.Where(char.IsAsciiDigit));
            if (!vues.TryGetValue(cle, out var references))
            {
                vues[cle] = references = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            }

            if (test is { } t && Tests.Contains(ligne[t].Texte.Trim().ToUpperInvariant()))
            {
                tests++;
            }
            else if (creee is { } c && AnneeDe(ligne[c]) is { } creation && creation != annee)
            {
                autres++;
            }
            else if (!ligne[reference].EstVide)
            {
                references.Add(ligne[reference].Texte.Trim());
            }
        }

        List<LigneLue> comptees =
        [
            new LigneLue(1, [Texte(1, "SIRET"), Texte(2, "Consultations")]),
            .. vues.Select(
                (v, i) => new LigneLue(i + 2, [Texte(1, v.Key), Texte(2, v.Value.Count.ToString(CultureInfo.InvariantCulture))])
            ),
        ];
        return tableur with
        {
            Feuilles = [new FeuilleLue(feuille.Nom, comptees)],
            Avis =
            [
                .. tableur.Avis,
                $"Liste de consultations comptée par SIRET : {tests} marquées « test » et {autres} d'une autre année écartées, une référence compte une fois quel que soit son nombre de lots.",
            ],
        };
    }

    private static int? Colonne(LigneLue entetes, params ReadOnlySpan<string> noms)
    {
        foreach (var cellule in entetes.Cellules)
        {
            if (noms.Contains(CleDeTri.De(cellule.Texte)))
            {
                return cellule.Colonne;
            }
        }

        return null;
    }

    private static int? AnneeDe(CelluleLue cellule) =>
        cellule.Date is { } date ? date.Year
        : Socle.Saisie.TryDate(cellule.Texte, out var jour, out _) ? jour.Year
        : null;

    private static CelluleLue Texte(int colonne, string texte) => new(colonne, TypeDeCellule.Texte, texte);
}
