using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Le formulaire d'une grille : tout y est modifiable, et se traduit en définition à chaque frappe.</summary>
public sealed class SaisieDeGrille
{
    public string? Intitule { get; set; }

    public PorteeDeGrille Portee { get; set; }

    public GroupementId? Groupement { get; set; }

    public string? TypeCode { get; set; }

    public string? TypeLibelle { get; set; }

    public Declencheur Declencheur { get; set; }

    public NatureDeLaDette Nature { get; set; }

    public string? Objet { get; set; }

    public string? Fondement { get; set; }

    public MethodeDeProrata Prorata { get; set; }

    public decimal? Tva { get; set; } = 0;

    public string? ImputationNature { get; set; }

    public string? ImputationFonction { get; set; }

    public string? ImputationService { get; set; }

    public DecompteDesAgents DecompteDesAgents { get; set; }

    public bool AvecEtablissements { get; set; } = true;

    public AnneeDesConsultations Consultations { get; set; }

    public bool VolumeAnnualise { get; set; }

    public List<AxeDeGrille> Axes { get; init; } = [];

    public List<SaisieDeTranche> Tranches { get; init; } = [];

    public List<SaisieDeCasLimite> CasLimites { get; init; } = [];

    public Dictionary<string, SaisieDeCase> Cases { get; init; } = new(StringComparer.Ordinal);

    public List<SaisieDExemption> Exemptions { get; init; } = [];

    /// <summary>La version de la grille dont la saisie est partie ; zéro pour une nouvelle.</summary>
    public int Version { get; set; }

    public static SaisieDeGrille De(DefinitionDeGrille d, int version = 0)
    {
        var saisie = new SaisieDeGrille
        {
            Version = version,
            Intitule = d.Intitule,
            Portee = d.Portee,
            Groupement = d.Groupement,
            TypeCode = d.Type.Code,
            TypeLibelle = d.Type.Libelle,
            Declencheur = d.Type.Declencheur,
            Nature = d.Type.Nature,
            Objet = d.Objet,
            Fondement = d.Fondement,
            Prorata = d.Prorata,
            Tva = d.Tva.Pourcentage,
            ImputationNature = d.Imputation.Nature,
            ImputationFonction = d.Imputation.Fonction,
            ImputationService = d.Imputation.Service,
            DecompteDesAgents = d.Lectures.Agents,
            AvecEtablissements = d.Lectures.AvecEtablissements,
            Consultations = d.Lectures.Consultations,
            VolumeAnnualise = d.Lectures.VolumeAnnualise,
        };
        saisie.Axes.AddRange(d.Axes);
        saisie.Tranches.AddRange(d.Tranches.Select(SaisieDeTranche.De));
        saisie.CasLimites.AddRange(d.CasLimites.Select(SaisieDeCasLimite.De));
        saisie.Exemptions.AddRange(d.Exemptions.Select(SaisieDExemption.De));
        foreach (var cellule in d.Cellules)
        {
            saisie.Cases[cellule.Coordonnees] = new SaisieDeCase
            {
                Premiere = cellule.PremiereAnnee.Euros,
                Suivantes = cellule.AnneesSuivantes.Euros,
            };
        }

        return saisie;
    }

    public IEnumerable<SaisieDeTranche> TranchesDe(AxeDeGrille axe) => Tranches.Where(t => t.Axe == axe);

    /// <summary>Ajoute l'axe avec une tranche qui prend tout, ou le retire avec tout ce qui en dépend.</summary>
    public void Basculer(AxeDeGrille axe, bool garde)
    {
        if (garde && !Axes.Contains(axe))
        {
            Axes.Add(axe);
            if (!TranchesDe(axe).Any())
            {
                AjouterTranche(axe);
            }
        }
        else if (!garde)
        {
            Axes.Remove(axe);
            Tranches.RemoveAll(t => t.Axe == axe);
            CasLimites.RemoveAll(c => c.Axe == axe);
            Cases.Clear();
        }
    }

    public void AjouterTranche(AxeDeGrille axe) => Tranches.Add(new SaisieDeTranche { Axe = axe });

    public void RetirerTranche(SaisieDeTranche tranche)
    {
        Tranches.Remove(tranche);
        CasLimites.RemoveAll(c => c.Axe == tranche.Axe);
    }

    public SaisieDeCase Case(string coordonnees)
    {
        if (!Cases.TryGetValue(coordonnees, out var saisie))
        {
            Cases[coordonnees] = saisie = new SaisieDeCase();
        }

        return saisie;
    }

    public DefinitionDeGrille EnDefinition()
    {
        List<TrancheDAxe> tranches = [.. Axes.SelectMany(axe => TranchesDe(axe).Select((t, i) => t.EnTranche(i + 1)))];
        var definition = new DefinitionDeGrille
        {
            Intitule = Intitule ?? "",
            Portee = Portee,
            Groupement = Portee is PorteeDeGrille.Groupement ? Groupement : null,
            Type = new TypeDeFacturation(TypeCode ?? "", TypeLibelle ?? "", Declencheur, Nature),
            Objet = Objet ?? "",
            Fondement = Fondement ?? "",
            Prorata = Prorata,
            Tva = TauxTva.DePourcentage(Math.Clamp(decimal.Round(Tva ?? 0, 2), 0, 100)),
            Imputation = new Imputation(Net(ImputationNature), Net(ImputationFonction), Net(ImputationService)),
            Lectures = new LecturesDeLaGrille(DecompteDesAgents, AvecEtablissements, Consultations, VolumeAnnualise),
            Axes = [.. Axes],
            Tranches = tranches,
            CasLimites =
            [
                .. CasLimites
                    .Where(c => c.Valeur is not null && c.Tranche is not null)
                    .DistinctBy(c => (c.Axe, c.Valeur))
                    .Select(c => new LectureDeCasLimite(
                        c.Axe,
                        c.Valeur!.Value,
                        c.Tranche!.Value,
                        c.ConfirmationRequise,
                        c.Motif
                    )),
            ],
            Exemptions =
            [
                .. Exemptions
                    .Where(e => e.Categorie is not null)
                    .DistinctBy(e => e.Categorie)
                    .Select(e => new Exemption(e.Categorie!.Value, e.Condition, e.Fondement)),
            ],
        };
        return definition with
        {
            Cellules =
            [
                .. definition
                    .ToutesLesCoordonnees()
                    .Where(c => Cases.TryGetValue(c, out var saisie) && saisie.Suivantes is not null)
                    .Select(c => Cases[c].EnCellule(c)),
            ],
        };
    }

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}

/// <summary>Une tranche en cours d'écriture.</summary>
public sealed class SaisieDeTranche
{
    public AxeDeGrille Axe { get; set; }

    public string? Libelle { get; set; }

    public int? Minimum { get; set; }

    public bool MinimumInclus { get; set; } = true;

    public int? Maximum { get; set; }

    public bool MaximumInclus { get; set; } = true;

    /// <summary>Les valeurs choisies, pour un axe qui n'est pas numérique.</summary>
    public HashSet<string> Noms { get; init; } = new(StringComparer.Ordinal);

    public static SaisieDeTranche De(TrancheDAxe t)
    {
        var saisie = new SaisieDeTranche
        {
            Axe = t.Axe,
            Libelle = t.Libelle,
            Minimum = t.Minimum,
            MinimumInclus = t.MinimumInclus,
            Maximum = t.Maximum,
            MaximumInclus = t.MaximumInclus,
        };
        saisie.Noms.UnionWith(t.Noms());
        return saisie;
    }

    public TrancheDAxe EnTranche(int numero) =>
        new(
            Axe,
            numero,
            Libelle,
            Minimum,
            MinimumInclus,
            Maximum,
            MaximumInclus,
            string.Join(';', Noms.Order(StringComparer.Ordinal))
        );
}

/// <summary>La lecture d'un cas limite en cours d'écriture.</summary>
public sealed class SaisieDeCasLimite
{
    public AxeDeGrille Axe { get; set; }

    public int? Valeur { get; set; }

    public int? Tranche { get; set; }

    public bool ConfirmationRequise { get; set; } = true;

    public string? Motif { get; set; }

    public static SaisieDeCasLimite De(LectureDeCasLimite l) =>
        new()
        {
            Axe = l.Axe,
            Valeur = l.Valeur,
            Tranche = l.Tranche,
            ConfirmationRequise = l.ConfirmationRequise,
            Motif = l.Motif,
        };
}

/// <summary>Une case en cours d'écriture ; la première année suit les autres tant qu'on ne la dit pas.</summary>
public sealed class SaisieDeCase
{
    public decimal? Premiere { get; set; }

    public decimal? Suivantes { get; set; }

    public CelluleDeGrille EnCellule(string coordonnees) =>
        new(coordonnees, MontantHt.Arrondir(Premiere ?? Suivantes!.Value), MontantHt.Arrondir(Suivantes!.Value));
}

/// <summary>Une exemption en cours d'écriture.</summary>
public sealed class SaisieDExemption
{
    public CategorieDeCollectivite? Categorie { get; set; }

    public ConditionDExemption Condition { get; set; }

    public string? Fondement { get; set; }

    public static SaisieDExemption De(Exemption e) =>
        new()
        {
            Categorie = e.Categorie,
            Condition = e.Condition,
            Fondement = e.Fondement,
        };
}

/// <summary>Lit ce qu'un agent tape dans une case de tableau.</summary>
internal static class Frappe
{
    public static int? Entier(object? valeur) =>
        int.TryParse(
            string.Concat((valeur as string ?? "").Where(c => !char.IsWhiteSpace(c))),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var lu
        )
            ? lu
            : null;

    public static decimal? Euros(object? valeur) =>
        Socle.Saisie.TryCentimes(valeur as string ?? "", out var centimes, out _, negatifPermis: true) ? centimes / 100m : null;
}
