using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Un groupement de commandes : des acheteurs qui passent ensemble leurs marchés (CCP, art. L2113-6).</summary>
/// <remarks>
/// Il n'a pas de personnalité morale : ni SIRET, ni dette, ni créance ; le coordonnateur agit au nom des membres (RG1.01).
/// Ses membres sont des <see cref="Adhesion"/>, chargées à part : il peut y en avoir quinze cents.
/// </remarks>
public sealed partial class Groupement : Agregat
{
    public const int LongueurDuNom = 200;
    public const int LongueurDeLObjet = 2000;

    private readonly List<Prestation> _prestations = [];
    private readonly List<Lot> _lots = [];

    private Groupement() { }

    public GroupementId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ReferenceDeGroupement Reference { get; private init; } = null!;

    public string Nom { get; private set; } = "";

    /// <summary>La clé de tri et de recherche du nom.</summary>
    public string CleDeTri { get; private set; } = "";

    public string Objet { get; private set; } = "";

    /// <summary>Le membre qui passe les marchés au nom des autres.</summary>
    public CollectiviteId Coordonnateur { get; private set; }

    /// <summary>L'année du millésime, pour un groupement reconstitué à chaque remise en concurrence.</summary>
    public int? Millesime { get; private set; }

    /// <summary>Le groupement dont celui-ci est le millésime suivant.</summary>
    public GroupementId? Predecesseur { get; private init; }

    /// <summary>Durée indéterminée : une fenêtre d'adhésion s'ouvre avant chaque remise en concurrence (RG1.17).</summary>
    public bool EstPermanent { get; private set; }

    /// <summary>Premier jour du groupement.</summary>
    public DateOnly Debut { get; private set; }

    /// <summary>Dernier jour, inclus ; nul pour un groupement permanent ou tant que ses marchés durent.</summary>
    public DateOnly? Fin { get; private set; }

    /// <summary>L'agent du CDG qui en a la charge (identifiant de son compte).</summary>
    public Guid? Responsable { get; private set; }

    /// <summary>Celui qui le remplace.</summary>
    public Guid? Suppleant { get; private set; }

    public EtatDuGroupement Etat { get; private set; }

    /// <summary>Ce que sa convention fixe : délais, quorum, adhésion, retrait (RG1.10).</summary>
    public ReglesDeConvention Regles { get; private set; } = new();

    /// <summary>L'année dont le dernier jour du préavis de retrait est à l'échéancier (RG1.31).</summary>
    public int? AnneeDuPreavis { get; private set; }

    public IReadOnlyList<Prestation> Prestations => _prestations;

    public IReadOnlyList<Lot> Lots => _lots;

    /// <remarks>La fin de la convention s'annonce six mois, trois mois et un mois avant (RG7.07) ; le préavis de retrait, deux mois (RG7.05).</remarks>
    public override IEnumerable<EcheanceDue> Echeances =>
        [
            .. Fin is { } fin
                ?
                [
                    new EcheanceDue("fin", fin, $"Dernier jour du groupement {Reference}", "RG7.07", "Convention constitutive")
                    {
                        Article = "2",
                        Responsable = Responsable,
                        Suppleant = Suppleant,
                        Groupement = Id.Valeur,
                        Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                        PourLesMembres = Etat is not EtatDuGroupement.EnPreparation,
                        EstAccomplie = Etat is EtatDuGroupement.Clos,
                    },
                ]
                : Array.Empty<EcheanceDue>(),
            .. AnneeDuPreavis is { } annee && Regles.ModeDeRetrait is ModeDeRetrait.PreavisAnnuel
                ?
                [
                    new EcheanceDue(
                        "preavis",
                        Regles.DernierJourDuPreavis(annee),
                        $"Dernier jour où informer le coordonnateur d'un retrait de {Reference}",
                        "RG1.31",
                        "Convention constitutive"
                    )
                    {
                        Article = "6.2",
                        Responsable = Responsable,
                        Suppleant = Suppleant,
                        Groupement = Id.Valeur,
                        Alertes = [60, 30, 7],
                        PourLesMembres = true,
                        EstAccomplie = Etat is EtatDuGroupement.Clos,
                        PasseDElleMeme = true,
                    },
                ]
                : Array.Empty<EcheanceDue>(),
        ];

    public static Groupement Creer(ReferenceDeGroupement reference, IdentiteDeGroupement identite)
    {
        PeutAvoir(identite).Exiger();
        var groupement = new Groupement
        {
            Id = GroupementId.Nouveau(),
            Reference = reference,
            Etat = EtatDuGroupement.EnPreparation,
            Regles = ReglesDeConvention.De(
                identite.EstPermanent ? ProfilDeConvention.GroupementPermanent : ProfilDeConvention.GroupementDedie
            ),
        };
        groupement.Prendre(identite);
        groupement.Signaler(new GroupementCree(reference, groupement.Nom));
        return groupement;
    }

    /// <param name="identite">L'identité du millésime suivant.</param>
    /// <param name="dejaOuvert">Le groupement qui suit déjà celui-ci pour la même année ; nul s'il n'y en a pas.</param>
    public Verdict PeutRenouveler(IdentiteDeGroupement identite, ReferenceDeGroupement? dejaOuvert) =>
        PeutAvoir(identite)
            .Et(
                Verdict.De(
                    new GroupementNonClos(Etat),
                    new MillesimeSuivant(Millesime, identite.Millesime),
                    new MillesimePasDejaOuvert(identite.Millesime, dejaOuvert)
                )
            );

    /// <summary>Le millésime suivant d'un groupement : il en reprend la carte, les lots et les règles (RG1.17).</summary>
    /// <param name="reference">Sa référence.</param>
    /// <param name="identite">Son identité, avec son millésime.</param>
    /// <param name="dejaOuvert">Le groupement qui suit déjà celui-ci pour la même année ; nul s'il n'y en a pas.</param>
    public Groupement Renouveler(
        ReferenceDeGroupement reference,
        IdentiteDeGroupement identite,
        ReferenceDeGroupement? dejaOuvert = null
    )
    {
        PeutRenouveler(identite, dejaOuvert).Exiger();
        var suivant = new Groupement
        {
            Id = GroupementId.Nouveau(),
            Reference = reference,
            Etat = EtatDuGroupement.EnPreparation,
            Regles = Regles with { },
            Predecesseur = Id,
        };
        suivant.Prendre(identite);
        suivant.Signaler(new GroupementCree(reference, suivant.Nom));
        Dictionary<PrestationId, PrestationId> reprises = [];
        foreach (var prestation in _prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre))
        {
            reprises[prestation.Id] = suivant.AjouterPrestation(
                new DefinitionDePrestation(prestation.Code, prestation.Libelle, prestation.Nature, prestation.Unite)
            );
        }

        foreach (var lot in _lots.Where(l => !l.EstRetire && reprises.ContainsKey(l.Prestation)).OrderBy(l => l.Numero))
        {
            suivant.AjouterLot(new DefinitionDeLot(lot.Numero, reprises[lot.Prestation], lot.Intitule, lot.Nature, lot.Cpv));
        }

        Signaler(new MillesimeOuvert(reference, identite.Millesime!.Value));
        return suivant;
    }

    /// <summary>Porte à l'échéancier le prochain dernier jour où informer le coordonnateur d'un retrait (RG1.31).</summary>
    /// <returns>Faux s'il y est déjà, ou si la convention ne connaît pas de préavis.</returns>
    public bool SuivrePreavis(DateOnly jour)
    {
        var annee = jour <= Regles.DernierJourDuPreavis(jour.Year) ? jour.Year : jour.Year + 1;
        if (
            Etat is not EtatDuGroupement.Ouvert
            || Regles.ModeDeRetrait is not ModeDeRetrait.PreavisAnnuel
            || AnneeDuPreavis == annee
        )
        {
            return false;
        }

        AnneeDuPreavis = annee;
        Signaler(new PreavisSuivi(Regles.DernierJourDuPreavis(annee)));
        return true;
    }

    /// <summary>Nomme un autre coordonnateur, en vertu d'un avenant (RG1.33).</summary>
    /// <param name="coordonnateur">Le nouveau coordonnateur.</param>
    /// <param name="estMembre">Vrai s'il est membre du groupement.</param>
    public void NommerCoordonnateur(CollectiviteId coordonnateur, bool estMembre)
    {
        Verdict.De(new GroupementNonClos(Etat), new CoordonnateurMembre(estMembre)).Exiger();
        Coordonnateur = coordonnateur;
        Signaler(new CoordonnateurChange());
    }

    /// <summary>Les règles que l'identité doit respecter, quel que soit le groupement.</summary>
    public static Verdict PeutAvoir(IdentiteDeGroupement identite) =>
        Verdict.De(
            new TexteRenseigne("Le nom du groupement", identite.Nom, LongueurDuNom, "nom"),
            TexteRenseigne.DeLaConvention("L'objet du groupement", identite.Objet, LongueurDeLObjet, "objet"),
            new CoordonnateurDesigne(identite.Coordonnateur),
            new FinApresLeDebut(identite.Debut, identite.Fin),
            new PermanentSansFin(identite.EstPermanent, identite.Fin),
            new MillesimePlausible(identite.Millesime)
        );

    /// <param name="identite">La nouvelle identité.</param>
    /// <param name="coordonnateurMembre">Vrai si le coordonnateur nommé est membre du groupement.</param>
    public Verdict PeutModifier(IdentiteDeGroupement identite, bool coordonnateurMembre) =>
        Verdict
            .De(
                new GroupementNonClos(Etat),
                new CoordonnateurMembre(coordonnateurMembre || Etat is EtatDuGroupement.EnPreparation)
            )
            .Et(PeutAvoir(identite));

    /// <inheritdoc cref="PeutModifier"/>
    public void Modifier(IdentiteDeGroupement identite, bool coordonnateurMembre)
    {
        PeutModifier(identite, coordonnateurMembre).Exiger();
        var (avant, ancien) = (EnClairDIdentite(), Coordonnateur);
        Prendre(identite);
        if (EnClairDIdentite() is var apres && avant != apres)
        {
            Signaler(new GroupementModifie(avant, apres));
        }

        if (ancien != Coordonnateur)
        {
            Signaler(new CoordonnateurChange());
        }
    }

    /// <summary>Confie le groupement à un agent du CDG et à son suppléant ; null retire la charge.</summary>
    public void Confier(Guid? responsable, Guid? suppleant)
    {
        Verdict.De(new SuppleantAutreQueLeResponsable(responsable, suppleant)).Exiger();
        if ((Responsable, Suppleant) != (responsable, suppleant))
        {
            (Responsable, Suppleant) = (responsable, suppleant);
            Signaler(new GroupementConfie());
        }
    }

    public Verdict PeutFixerRegles(ReglesDeConvention regles) =>
        Verdict.De(new GroupementNonClos(Etat)).Et(regles.EstCoherente());

    /// <summary>Fixe ce que la convention stipule ; l'histoire garde l'ancienne et la nouvelle règle.</summary>
    /// <param name="regles">Les règles voulues.</param>
    /// <param name="conventionEnVigueurLe">Le jour où sa convention est entrée en vigueur, si elle l'est.</param>
    /// <param name="motif">L'avenant reporté ou l'erreur corrigée, si la convention est en vigueur (RG1.34).</param>
    public void FixerRegles(ReglesDeConvention regles, DateOnly? conventionEnVigueurLe = null, string? motif = null)
    {
        PeutFixerRegles(regles).Exiger();
        if (regles != Regles)
        {
            Verdict.De(new ChangementParAvenant(conventionEnVigueurLe)).Exiger(motif);
            Signaler(new ReglesFixees(Regles.EcartsAvec(regles), regles.EcartsAvec(Regles), motif?.Trim()));
            Regles = regles;
        }
    }

    /// <param name="coordonnateurMembre">Vrai si le coordonnateur est membre du groupement ce jour-là.</param>
    /// <param name="convention">L'entrée en vigueur de sa convention, quand elle est tenue dans l'application (RG1.14).</param>
    public Verdict PeutOuvrir(bool coordonnateurMembre, EntreeEnVigueur? convention = null) =>
        Verdict.De(
            new GroupementEnPreparation(Etat),
            new CoordonnateurMembre(coordonnateurMembre),
            new ConventionEnVigueur(convention),
            new AuMoinsUnePrestation(_prestations.Count(p => !p.EstRetiree))
        );

    /// <inheritdoc cref="PeutOuvrir"/>
    public void Ouvrir(bool coordonnateurMembre, EntreeEnVigueur? convention = null)
    {
        PeutOuvrir(coordonnateurMembre, convention).Exiger();
        Etat = EtatDuGroupement.Ouvert;
        Signaler(new GroupementOuvert());
    }

    /// <summary>La clôture d'un geste : un groupement jamais ouvert, ou que tous ses membres ont quitté. Les autres se dissolvent.</summary>
    /// <param name="dernierJour">Le dernier jour du groupement.</param>
    /// <param name="faits">Ses membres, ses procédures, ses marchés et sa dissolution.</param>
    public Verdict PeutClore(DateOnly dernierJour, FaitsDeCloture faits) =>
        Verdict.De(
            new GroupementNonClos(Etat),
            new ClotureParUneDissolution(Etat, faits.Membres, faits.DissolutionOuverteLe, faits.DissolutionPour),
            new FinApresLeDebut(Debut, dernierJour),
            new ClotureApresLaDerniereSortie(dernierJour, faits.DerniereSortie),
            new AucuneProcedureEnCours(faits.ProcedureEnCours),
            new AucunMarcheEnCours(faits.MarchesEnCours)
        );

    /// <inheritdoc cref="PeutClore"/>
    public void Clore(DateOnly dernierJour, FaitsDeCloture faits)
    {
        PeutClore(dernierJour, faits).Exiger();
        Finir(dernierJour);
    }

    /// <summary>Clôt le groupement dont la dissolution est prononcée : son dossier a tout vérifié.</summary>
    public void Dissoudre(Dissolution dissolution)
    {
        Verdict
            .De(new GroupementNonClos(Etat), new DissolutionPrononceeDAbord(dissolution.Cause, dissolution.PrononceeLe))
            .Exiger();
        Finir(dissolution.DernierJour);
    }

    private void Finir(DateOnly dernierJour)
    {
        (Fin, Etat, EstPermanent) = (dernierJour, EtatDuGroupement.Clos, false);
        Signaler(new GroupementClos(dernierJour));
    }

    private void Prendre(IdentiteDeGroupement identite)
    {
        Nom = identite.Nom;
        CleDeTri = CleBornee(identite.Nom);
        (Objet, Coordonnateur, Debut, Fin) = (identite.Objet, identite.Coordonnateur, identite.Debut, identite.Fin);
        (EstPermanent, Millesime) = (identite.EstPermanent, identite.Millesime);
    }

    /// <summary>Une ligature dépliée allonge la clé : elle est coupée à la place que la base lui donne.</summary>
    private static string CleBornee(string nom) =>
        Noyau.CleDeTri.De(nom) is { Length: > 2 * LongueurDuNom } longue ? longue[..(2 * LongueurDuNom)] : Noyau.CleDeTri.De(nom);

    private string EnClairDIdentite() =>
        $"{Nom} ; {Objet} ; {EnClair.Validite(Debut, Fin)}{(EstPermanent ? ", permanent" : "")}"
        + (Millesime is { } millesime ? $" ; millésime {millesime.ToString(Francais.Culture)}" : "");
}

/// <summary>Ce qu'il faut savoir pour clore un groupement sans dossier de dissolution.</summary>
/// <param name="Membres">Combien de membres il a, ou aura.</param>
/// <param name="DerniereSortie">La sortie la plus tardive de ses anciens membres.</param>
/// <param name="DissolutionOuverteLe">Le jour où une dissolution a été ouverte, si une l'est encore.</param>
/// <param name="ProcedureEnCours">La référence d'une procédure lancée et non terminée, s'il y en a une.</param>
/// <param name="MarchesEnCours">Les marchés qui courent au-delà du dernier jour.</param>
public sealed record FaitsDeCloture(
    int Membres,
    DateOnly? DerniereSortie,
    DateOnly? DissolutionOuverteLe,
    string? ProcedureEnCours,
    IReadOnlyList<string> MarchesEnCours
)
{
    /// <summary>La cause de la dissolution ouverte.</summary>
    public CauseDeDissolution? DissolutionPour { get; init; }
}
