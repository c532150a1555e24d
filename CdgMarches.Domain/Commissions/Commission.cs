using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Une commission d'appel d'offres : ses sièges, ceux qui les occupent, ses règles.</summary>
/// <remarks>
/// RG2.02 à RG2.09. Celle d'un groupement a un siège par membre ; celle du coordonnateur existe une seule fois et reçoit les
/// points de plusieurs groupements.
/// </remarks>
public sealed partial class Commission : Agregat
{
    public const int LongueurDuNom = 200;

    private readonly List<Siege> _sieges = [];
    private readonly List<Designation> _designations = [];
    private readonly List<Consultatif> _consultatifs = [];

    private Commission() { }

    public CommissionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Nom { get; private set; } = "";

    public string CleDeTri { get; private set; } = "";

    public RegimeDeCao Regime { get; private init; }

    /// <summary>Le groupement dont c'est la commission ; nul pour celle du coordonnateur.</summary>
    public GroupementId? Groupement { get; private init; }

    /// <summary>La collectivité qui coordonne : son représentant préside (RG2.08).</summary>
    public CollectiviteId Coordonnateur { get; private set; }

    /// <summary>Les règles des prochaines séances ; chaque séance garde copie de celles de sa programmation.</summary>
    public ReglesDeCommission Regles { get; private set; } = ReglesDeCommission.ParDefaut;

    public IReadOnlyList<Siege> Sieges => _sieges;

    public IReadOnlyList<Designation> Designations => _designations;

    public IReadOnlyList<Consultatif> Consultatifs => _consultatifs;

    /// <summary>La commission d'un groupement, un siège par membre en vigueur.</summary>
    /// <param name="groupement">Le groupement.</param>
    /// <param name="nomDuGroupement">Son nom, que celui de la commission reprend.</param>
    /// <param name="coordonnateur">Le membre qui préside.</param>
    /// <param name="membres">Les membres, coordonnateur compris.</param>
    /// <param name="regles">Les règles de la convention.</param>
    public static Commission DuGroupement(
        GroupementId groupement,
        string nomDuGroupement,
        CollectiviteId coordonnateur,
        IReadOnlyCollection<MembreARepresenter> membres,
        ReglesDeCommission regles
    )
    {
        var commission = new Commission
        {
            Id = CommissionId.Nouveau(),
            Regime = RegimeDeCao.Propre,
            Groupement = groupement,
            Coordonnateur = coordonnateur,
            Regles = regles,
        };
        commission.Nommer($"CAO — {nomDuGroupement}");
        commission.Signaler(new CommissionCreee(commission.Nom));
        commission.AccorderSieges(membres);
        return commission;
    }

    /// <summary>La commission du coordonnateur : le président et ses membres élus, selon sa population (RG2.04).</summary>
    /// <param name="coordonnateur">La collectivité.</param>
    /// <param name="nomDuCoordonnateur">Son nom.</param>
    /// <param name="elus">Le nombre de membres élus en plus du président (<see cref="CodesDeCommission.Elus"/>).</param>
    /// <param name="regles">Celles du règlement intérieur.</param>
    public static Commission DuCoordonnateur(
        CollectiviteId coordonnateur,
        string nomDuCoordonnateur,
        int elus,
        ReglesDeCommission regles
    )
    {
        var commission = new Commission
        {
            Id = CommissionId.Nouveau(),
            Regime = RegimeDeCao.Coordonnateur,
            Coordonnateur = coordonnateur,
            Regles = regles,
        };
        commission.Nommer($"CAO — {nomDuCoordonnateur}");
        commission._sieges.Add(new Siege(null, "Président", estPresident: true, 1));
        for (var i = 1; i <= elus; i++)
        {
            commission._sieges.Add(new Siege(null, $"Membre élu {i.ToString(Francais.Culture)}", estPresident: false, i + 1));
        }

        commission.Signaler(new CommissionCreee(commission.Nom));
        return commission;
    }

    public void FixerRegles(ReglesDeCommission regles)
    {
        Verdict
            .De(new DelaiPlausible(regles.JoursFrancs), new FondementDesRegles(regles.Fondement, regles.VoixPreponderante))
            .Exiger();
        if (regles != Regles)
        {
            Signaler(new ReglesDeCommissionChangees(EnClairDesRegles(Regles), EnClairDesRegles(regles)));
            Regles = regles;
        }
    }

    /// <summary>Permet ou non de se réunir à distance (RG2.22) : la seule règle que la convention d'un groupement ne fixe pas.</summary>
    public void ReglerLaDistance(bool permise)
    {
        if (Regles.DistancePermise != permise)
        {
            Regles = Regles with { DistancePermise = permise };
            Signaler(new ReglesDeCommissionChangees(Distance(!permise), Distance(permise)));
        }
    }

    /// <summary>Met les sièges d'accord avec les membres : un siège par membre (RG2.05) ; un siège sans histoire d'un membre parti disparaît.</summary>
    public void AccorderSieges(IReadOnlyCollection<MembreARepresenter> membres)
    {
        if (Regime is RegimeDeCao.Coordonnateur)
        {
            return;
        }

        foreach (var membre in membres.OrderByDescending(m => m.Id == Coordonnateur).ThenBy(m => Noyau.CleDeTri.De(m.Nom)))
        {
            if (_sieges.Find(s => s.Collectivite == membre.Id.Valeur) is not { } siege)
            {
                siege = new Siege(
                    membre.Id.Valeur,
                    membre.Nom,
                    estPresident: false,
                    _sieges.Count == 0 ? 1 : _sieges.Max(s => s.Ordre) + 1
                );
                _sieges.Add(siege);
                Signaler(new SiegeOuvert(membre.Nom));
            }

            siege.Decrire(membre.Nom, membre.DisposeCao);
            siege.Presider(membre.Id == Coordonnateur);
        }

        foreach (var orphelin in _sieges.Where(s => membres.All(m => m.Id.Valeur != s.Collectivite)).ToList())
        {
            _sieges.Remove(orphelin);
            _designations.RemoveAll(d => d.Siege == orphelin.Id);
            Signaler(new SiegeRetire(orphelin.Nom));
        }
    }

    /// <param name="siege">Le siège.</param>
    /// <param name="donnees">La désignation.</param>
    /// <param name="corrigee">La désignation que l'on corrige, quand c'en est une.</param>
    public Verdict PeutDesigner(Guid siege, DonneesDeDesignation donnees, Guid? corrigee = null) =>
        Verdict.De(
            new NomDeDesigneRenseigne(donnees.Nom),
            new MandatBienBorne(donnees.Du, donnees.Au),
            new UneSeulePersonneParRang(
                _sieges.First(s => s.Id == siege).Nom,
                donnees.Rang,
                _designations.Exists(d =>
                    d.Siege == siege
                    && d.Rang == donnees.Rang
                    && d.Id != corrigee
                    && new Periode(d.Du, d.Au).Chevauche(new Periode(donnees.Du, Apres(donnees)))
                )
            ),
            new JoignableParCourrielOuCourrier(donnees.Nom, donnees.Courriel, donnees.Adresse)
        );

    public Guid Designer(Guid siege, DonneesDeDesignation donnees)
    {
        PeutDesigner(siege, donnees).Exiger();
        var designation = new Designation(siege, donnees);
        _designations.Add(designation);
        Signaler(new PersonneDesignee(_sieges.First(s => s.Id == siege).Nom, donnees.Rang, donnees.Nom, donnees.Du));
        return designation.Id;
    }

    public void CorrigerDesignation(Guid designation, DonneesDeDesignation donnees)
    {
        var corrigee = _designations.First(d => d.Id == designation);
        PeutDesigner(corrigee.Siege, donnees, designation).Exiger();
        var avant = $"{corrigee.Nom}, {corrigee.Courriel ?? corrigee.Adresse}, {EnClair.Validite(corrigee.Du, corrigee.Au)}";
        corrigee.Prendre(donnees);
        Signaler(
            new DesignationCorrigee(
                _sieges.First(s => s.Id == corrigee.Siege).Nom,
                avant,
                $"{corrigee.Nom}, {corrigee.Courriel ?? corrigee.Adresse}, {EnClair.Validite(corrigee.Du, corrigee.Au)}"
            )
        );
    }

    public Guid AjouterConsultatif(RoleConsultatif role, string? nom, string? fonction, string? courriel, string? adresse)
    {
        var propre = (nom ?? "").Trim();
        Verdict
            .De(new NomDeDesigneRenseigne(propre), new JoignableParCourrielOuCourrier(propre, Net(courriel), Net(adresse)))
            .Exiger();
        var personne = new Consultatif(role, propre, (fonction ?? "").Trim(), Net(courriel), Net(adresse));
        _consultatifs.Add(personne);
        Signaler(new ConsultatifAjoute(propre, role));
        return personne.Id;
    }

    public void RetirerConsultatif(Guid id)
    {
        var personne = _consultatifs.First(c => c.Id == id);
        personne.EstRetire = true;
        Signaler(new ConsultatifRetire(personne.Nom));
    }

    /// <summary>La composition un jour donné : la liste que l'on recalcule jusqu'à l'ouverture de la séance.</summary>
    public Composition Composer(DateOnly jour) =>
        new(
            jour,
            [
                .. _sieges
                    .OrderBy(s => s.Ordre)
                    .Select(s => new SiegePourvu(
                        s,
                        Occupant(s, QualiteEnSeance.Titulaire, jour),
                        Occupant(s, QualiteEnSeance.Suppleant, jour),
                        DernierOccupant(s, QualiteEnSeance.Titulaire, jour)
                    )),
            ]
        );

    private Designation? Occupant(Siege siege, QualiteEnSeance rang, DateOnly jour) =>
        _designations.Find(d => d.Siege == siege.Id && d.Rang == rang && d.EstEnVigueur(jour));

    /// <summary>Le dernier titulaire dont le mandat a pris fin avant ce jour.</summary>
    private Designation? DernierOccupant(Siege siege, QualiteEnSeance rang, DateOnly jour) =>
        _designations.Where(d => d.Siege == siege.Id && d.Rang == rang && d.Au < jour).MaxBy(d => d.Au);

    private void Nommer(string nom)
    {
        Nom = nom.Length > LongueurDuNom ? nom[..LongueurDuNom] : nom;
        var cle = Noyau.CleDeTri.De(Nom);
        CleDeTri = cle.Length > 2 * LongueurDuNom ? cle[..(2 * LongueurDuNom)] : cle;
    }

    private static DateOnly? Apres(DonneesDeDesignation donnees) => donnees.Au is { } au && au >= donnees.Du ? au : null;

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private static string Distance(bool permise) => permise ? "distance permise" : "pas de distance";

    private static string EnClairDesRegles(ReglesDeCommission r) =>
        $"{EnClair.Compter(r.JoursFrancs, "jour franc")}{(r.EnvoiTardifPermis ? ", envoi tardif permis avec motif" : "")} ; "
        + $"quorum : {r.Quorum.Libelle().ToLower(Francais.Culture)} ; seconde convocation : {EnClair.Compter(r.JoursFrancsALaSeconde, "jour franc")}{(r.SecondeSansQuorum ? ", sans quorum" : "")} ; "
        + $"{(r.VoixPreponderante ? "voix prépondérante" : "pas de voix prépondérante")} ; suppléant {(r.SuppleantObligatoire ? "obligatoire" : "facultatif")} ; "
        + $"{Distance(r.DistancePermise)} ; {r.Fondement}";
}

/// <summary>Un membre du groupement qui doit avoir son siège.</summary>
public sealed record MembreARepresenter(CollectiviteId Id, string Nom, bool DisposeCao);
