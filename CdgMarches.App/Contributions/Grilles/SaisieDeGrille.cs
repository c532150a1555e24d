using CdgMarches.App.Socle.Composants;
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

    /// <summary>Met dans une tranche toutes les valeurs qu'aucune autre tranche de l'axe ne prend.</summary>
    public void PrendreLesAutres(SaisieDeTranche tranche) =>
        tranche.Noms.UnionWith(
            Couverture
                .Valeurs(tranche.Axe)
                .Select(v => v.Nom)
                .Except(TranchesDe(tranche.Axe).Where(t => t != tranche).SelectMany(t => t.Noms))
        );

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

    /// <summary>Ce qui a été tapé et ne se lit pas, champ par champ : rien ne s'enregistre tant qu'il en reste.</summary>
    public IReadOnlyList<ErreurDeSaisie> Illisibles()
    {
        var definition = EnDefinition();
        return
        [
            .. from axe in Axes
            from tranche in TranchesDe(axe)
            from frappe in new[] { tranche.MinimumIllisible, tranche.MaximumIllisible }
            where frappe is not null
            select new ErreurDeSaisie("axes", $"« {frappe} » n'est pas un nombre {axe.UniteAvecDe()}."),
            .. from coordonnees in definition.ToutesLesCoordonnees()
            where Cases.ContainsKey(coordonnees)
            let saisie = Cases[coordonnees]
            from frappe in new[] { saisie.PremiereIllisible, saisie.SuivantesIllisible }
            where frappe is not null
            select new ErreurDeSaisie(
                "cellules",
                $"« {frappe} » n'est pas un montant ({string.Join(" × ", TableDesMontants.Mots(definition, coordonnees))})."
            ),
        ];
    }

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
