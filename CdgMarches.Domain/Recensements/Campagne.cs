using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements.Regles;

namespace CdgMarches.Domain.Recensements;

/// <summary>Le recensement des besoins des membres d'un groupement pour un exercice, de sa préparation à son gel (RG5.01).</summary>
/// <remarks>
/// Les lignes du catalogue et les réponses sont des entités à part : un catalogue peut avoir deux cents lignes et une campagne
/// neuf mille réponses, que rien n'oblige à charger ensemble.
/// </remarks>
public sealed partial class Campagne : Agregat
{
    public const int LongueurIntitule = 200;
    public const int LongueurConsigne = 4000;

    private readonly List<PrestationDeCampagne> _prestations = [];
    private readonly List<LotDeCampagne> _lots = [];

    private Campagne() { }

    public CampagneId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>CAMP-2027-001 : numérotée par exercice, sans trou.</summary>
    public string Reference { get; private init; } = "";

    public GroupementId Groupement { get; private init; }

    public int Exercice { get; private init; }

    public string Intitule { get; private set; } = "";

    /// <summary>Ce que le CDG dit aux membres en tête de leur réponse.</summary>
    public string? Consigne { get; private set; }

    public DateOnly Ouverture { get; private set; }

    /// <summary>Dernier jour où l'on répond, inclus, dans le fuseau du CDG.</summary>
    public DateOnly Cloture { get; private set; }

    /// <summary>L'instant où la saisie s'arrête : la fin du jour de clôture, ou le moment d'une clôture anticipée.</summary>
    public DateTimeOffset ClotureLe { get; private set; }

    public EtatDeCampagne Etat { get; private set; }

    public PeriodeDesQuantites Periode { get; private set; }

    /// <summary>La durée de l'accord-cadre que la campagne prépare, reconductions comprises, en années entières.</summary>
    public int DureeEnAnnees { get; private set; }

    /// <summary>Le lancement prévu de la consultation : c'est à cette date que les seuils s'apprécient (CCP, art. R2121-3).</summary>
    public DateOnly? LancementPrevu { get; private set; }

    /// <summary>La campagne dont les valeurs sont « N-1 ».</summary>
    public CampagneId? Precedente { get; private init; }

    /// <summary>0 tant que la campagne se prépare, 1 à l'ouverture, puis une de plus à chaque changement du catalogue.</summary>
    public int VersionDuCatalogue { get; private set; }

    /// <summary>Le dernier numéro de ligne donné : il n'est jamais repris.</summary>
    public int DernierNumeroDeLigne { get; private set; }

    /// <summary>Le nombre de versions gelées de la consolidation.</summary>
    public int Gels { get; private set; }

    /// <summary>L'agent du CDG qui en a la charge (identifiant de son compte).</summary>
    public Guid? Responsable { get; private set; }

    public Guid? Suppleant { get; private set; }

    public IReadOnlyList<PrestationDeCampagne> Prestations => _prestations;

    public IReadOnlyList<LotDeCampagne> Lots => _lots;

    /// <summary>Vrai quand la date est passée, même si la clôture n'a pas encore été enregistrée.</summary>
    public bool EstClose(DateTimeOffset maintenant) =>
        Etat is EtatDeCampagne.Close or EtatDeCampagne.Consolidee || (Etat is EtatDeCampagne.Ouverte && maintenant >= ClotureLe);

    public static Verdict PeutCreer(ParametresDeCampagne parametres, IReadOnlyCollection<PrestationDeCampagne> prestations) =>
        PeutAvoir(parametres).Et(Verdict.De(new UnePrestationAuMoins(prestations.Count)));

    /// <param name="reference">La référence numérotée.</param>
    /// <param name="groupement">Le groupement recensé.</param>
    /// <param name="exercice">L'exercice dont on recense les besoins.</param>
    /// <param name="parametres">Ce que l'agent a saisi.</param>
    /// <param name="clotureLe">La fin du jour de clôture dans le fuseau du CDG.</param>
    /// <param name="prestations">Les prestations recensées, telles qu'elles se nomment ce jour.</param>
    /// <param name="lots">Leurs lots.</param>
    /// <param name="precedente">La campagne dont les valeurs seront N-1.</param>
    public static Campagne Creer(
        string reference,
        GroupementId groupement,
        int exercice,
        ParametresDeCampagne parametres,
        DateTimeOffset clotureLe,
        IReadOnlyCollection<PrestationDeCampagne> prestations,
        IReadOnlyCollection<LotDeCampagne> lots,
        CampagneId? precedente
    )
    {
        PeutCreer(parametres, prestations).Et(Verdict.De(new ExercicePlausible(exercice))).Exiger();
        var campagne = new Campagne
        {
            Id = CampagneId.Nouveau(),
            Reference = reference,
            Groupement = groupement,
            Exercice = exercice,
            Etat = EtatDeCampagne.EnPreparation,
            Precedente = precedente,
        };
        campagne._prestations.AddRange(prestations);
        campagne._lots.AddRange(lots);
        campagne.Prendre(parametres, clotureLe);
        campagne.Signaler(new CampagneCreee(reference, campagne.Intitule));
        return campagne;
    }

    /// <summary>Dit si les paramètres peuvent être changés ; après l'ouverture, l'ouverture elle-même ne bouge plus.</summary>
    public Verdict PeutModifier(ParametresDeCampagne parametres, DateOnly aujourdhui) =>
        PeutAvoir(parametres)
            .Et(
                Verdict.De(
                    new CampagneNonClose(Etat),
                    new OuvertureInchangee(Etat, Ouverture, parametres.Ouverture),
                    new PeriodeInchangee(Etat, Periode, parametres.Periode),
                    new ClotureAVenir(parametres.Cloture, aujourdhui, Etat is EtatDeCampagne.EnPreparation)
                )
            );

    public void Modifier(ParametresDeCampagne parametres, DateTimeOffset clotureLe, DateOnly aujourdhui)
    {
        PeutModifier(parametres, aujourdhui).Exiger();
        var avant = EnClairDesParametres();
        Prendre(parametres, clotureLe);
        Signaler(new CampagneModifiee(avant, EnClairDesParametres()));
    }

    public void Confier(Guid? responsable, Guid? suppleant)
    {
        if ((Responsable, Suppleant) == (responsable, suppleant))
        {
            return;
        }

        (Responsable, Suppleant) = (responsable, suppleant);
        Signaler(new CampagneConfiee());
    }

    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="prestationsSansLigne">Les prestations auxquelles le catalogue ne demande rien.</param>
    /// <param name="reponses">Le nombre de réponses que l'ouverture crée.</param>
    public Verdict PeutOuvrir(DateOnly aujourdhui, IReadOnlyList<string> prestationsSansLigne, int reponses) =>
        Verdict.De(
            new CampagneEnPreparation(Etat),
            new ClotureApresOuverture(Ouverture, Cloture),
            new ClotureAVenir(Cloture, aujourdhui, Tolere: false),
            new UneLigneParPrestation(prestationsSansLigne),
            new MembresAInterroger(reponses)
        );

    public void Ouvrir(DateOnly aujourdhui, IReadOnlyList<string> prestationsSansLigne, int reponses)
    {
        PeutOuvrir(aujourdhui, prestationsSansLigne, reponses).Exiger();
        if (aujourdhui < Ouverture)
        {
            Ouverture = aujourdhui;
        }

        Etat = EtatDeCampagne.Ouverte;
        VersionDuCatalogue = 1;
        Signaler(new CampagneOuverte(reponses));
    }

    /// <summary>Des membres arrivés depuis l'ouverture sont interrogés à leur tour.</summary>
    public void Completer(int reponses)
    {
        Verdict.De(new CampagneOuverteALaSaisie(Etat)).Exiger();
        Signaler(new CampagneCompletee(reponses));
    }

    public Verdict PeutClore() => Verdict.De(new CampagneOuverteALaSaisie(Etat));

    /// <summary>Arrête la saisie : à l'échéance, ou avant si l'agent le décide.</summary>
    public void Clore(DateTimeOffset instant)
    {
        PeutClore().Exiger();
        var anticipee = instant < ClotureLe;
        if (anticipee)
        {
            ClotureLe = instant;
        }

        Etat = EtatDeCampagne.Close;
        Signaler(new CampagneClose(anticipee));
    }

    /// <summary>Dit si le catalogue peut recevoir ces changements.</summary>
    /// <param name="lignes">Les lignes actuelles.</param>
    /// <param name="modifications">Les changements demandés, publiés ensemble.</param>
    /// <param name="lignesRepondues">Les numéros des lignes où un membre au moins a répondu.</param>
    public Verdict PeutModifierCatalogue(
        IReadOnlyCollection<LigneDeCatalogue> lignes,
        IReadOnlyList<ModificationDeCatalogue> modifications,
        IReadOnlySet<int> lignesRepondues
    )
    {
        List<IRegle> regles = [new CampagneNonClose(Etat), new ModificationDemandee(modifications.Count)];
        var connues = lignes.ToDictionary(l => l.Numero);
        for (var rang = 0; rang < modifications.Count; rang++)
        {
            var (numero, description) = modifications[rang];
            var ligne = numero is { } n ? connues.GetValueOrDefault(n) : null;
            if (numero is { } cherche)
            {
                regles.Add(new LigneConnue(cherche, ligne is { EstRetiree: false }));
            }

            if (description is null)
            {
                continue;
            }

            regles.Add(new LigneDecrite(rang + 1, description));
            regles.Add(
                new LotDeLaCampagne(
                    rang + 1,
                    description.NumeroDeLot,
                    _prestations.Exists(p => p.Prestation == description.Prestation),
                    description.NumeroDeLot == 0
                        || _lots.Exists(l => l.Numero == description.NumeroDeLot && l.Prestation == description.Prestation)
                )
            );
            if (ligne is not null)
            {
                var repondue = lignesRepondues.Contains(ligne.Numero);
                regles.Add(new UniteVerrouillee(ligne.Numero, ligne.Unite, description.Unite.Trim(), repondue));
                regles.Add(new PrestationDeLaLigneInchangee(ligne.Numero, ligne.Prestation == description.Prestation));
            }
        }

        return Verdict.De([.. regles]);
    }

    /// <summary>Applique les changements ; après l'ouverture, ils font ensemble une version du catalogue.</summary>
    /// <returns>Les lignes neuves, à ajouter au contexte de données.</returns>
    public IReadOnlyList<LigneDeCatalogue> ModifierCatalogue(
        IReadOnlyCollection<LigneDeCatalogue> lignes,
        IReadOnlyList<ModificationDeCatalogue> modifications,
        IReadOnlySet<int> lignesRepondues
    )
    {
        PeutModifierCatalogue(lignes, modifications, lignesRepondues).Exiger();
        if (Etat is not EtatDeCampagne.EnPreparation)
        {
            VersionDuCatalogue++;
        }

        var version = Math.Max(1, VersionDuCatalogue);
        var connues = lignes.ToDictionary(l => l.Numero);
        List<LigneDeCatalogue> neuves = [];
        foreach (var (numero, description) in modifications)
        {
            if (numero is null)
            {
                neuves.Add(new LigneDeCatalogue(Id, ++DernierNumeroDeLigne, version, description!));
            }
            else if (description is null)
            {
                connues[numero.Value].Retirer(version);
            }
            else
            {
                connues[numero.Value].Corriger(description, version);
            }
        }

        Signaler(
            new CatalogueModifie(
                version,
                neuves.Count,
                modifications.Count(m => m is { Numero: not null, Description: not null }),
                modifications.Count(m => m.Description is null)
            )
        );
        return neuves;
    }

    /// <param name="nonDecides">Les membres ni validés ni décidés, nommés.</param>
    /// <param name="maintenant">L'instant du gel.</param>
    public Verdict PeutGeler(IReadOnlyList<string> nonDecides, DateTimeOffset maintenant) =>
        Verdict.De(new CampagneTerminee(EstClose(maintenant)), new MembresDecides(nonDecides));

    /// <summary>Gèle la consolidation.</summary>
    /// <returns>Le numéro de la version gelée, à partir de 1.</returns>
    public int Geler(IReadOnlyList<string> nonDecides, string? motif, DateTimeOffset maintenant)
    {
        PeutGeler(nonDecides, maintenant).Exiger(motif);
        Etat = EtatDeCampagne.Consolidee;
        Gels++;
        Signaler(new ConsolidationGelee(Gels, nonDecides.Count, motif));
        return Gels;
    }

    private static Verdict PeutAvoir(ParametresDeCampagne parametres) =>
        Verdict.De(
            new IntituleRenseigne(parametres.Intitule),
            new ConsigneDansSaLongueur(parametres.Consigne),
            new DatePlausible("L'ouverture", parametres.Ouverture, "ouverture"),
            new DatePlausible("La clôture", parametres.Cloture, "cloture"),
            new ClotureApresOuverture(parametres.Ouverture, parametres.Cloture),
            new DureePlausible(parametres.DureeEnAnnees)
        );

    private void Prendre(ParametresDeCampagne parametres, DateTimeOffset clotureLe)
    {
        Intitule = parametres.Intitule.Trim();
        Consigne = string.IsNullOrWhiteSpace(parametres.Consigne) ? null : parametres.Consigne.Trim();
        (Ouverture, Cloture, ClotureLe) = (parametres.Ouverture, parametres.Cloture, clotureLe);
        (Periode, DureeEnAnnees, LancementPrevu) = (parametres.Periode, parametres.DureeEnAnnees, parametres.LancementPrevu);
    }

    private string EnClairDesParametres() =>
        $"{Intitule} ; du {EnClair.Date(Ouverture)} au {EnClair.Date(Cloture)} ; quantités {Periode.Libelle().ToLower(Francais.Culture)} ; "
        + $"durée {EnClair.Compter(DureeEnAnnees, "an")}{(LancementPrevu is { } jour ? $" ; lancement le {EnClair.Date(jour)}" : "")}";
}

/// <summary>Ce que l'agent saisit d'une campagne.</summary>
public sealed record ParametresDeCampagne(
    string Intitule,
    string? Consigne,
    DateOnly Ouverture,
    DateOnly Cloture,
    PeriodeDesQuantites Periode = PeriodeDesQuantites.Annuelle,
    int DureeEnAnnees = 4,
    DateOnly? LancementPrevu = null
);

/// <summary>Une prestation recensée, telle qu'elle se nommait à la création de la campagne.</summary>
public sealed record PrestationDeCampagne(PrestationId Prestation, string Code, string Libelle, NatureDAchat Nature, int Ordre);

/// <summary>Un lot recensé, tel qu'il s'intitulait à la création de la campagne.</summary>
public sealed record LotDeCampagne(int Numero, PrestationId Prestation, string Intitule, NatureDAchat Nature);
