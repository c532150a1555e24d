using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <content>Les personnes et leurs mandats.</content>
public sealed partial class Collectivite
{
    private readonly List<Contact> _contacts = [];

    public IReadOnlyList<Contact> Contacts => _contacts;

    /// <remarks>La fin d'un mandat se prépare : sans successeur désigné, plus personne ne signe ni ne siège (RG7.07).</remarks>
    public override IEnumerable<EcheanceDue> Echeances =>
        from contact in _contacts
        from mandat in contact.Mandats
        where mandat.Fin is not null
        select new EcheanceDue(
            $"mandat/{mandat.Id:N}",
            mandat.Fin!.Value,
            $"Fin du mandat {GrammaireDuNom.De(contact.NomComplet)} ({mandat.Role.Libelle()})",
            "RG7.07",
            mandat.Deliberation ?? "Mandat"
        )
        {
            Collectivite = Id.Valeur,
            Alertes = ASucceder(mandat.Role) ? EcheanceDue.SixMoisTroisMoisUnMois : [],
            EstAccomplie = EstArchivee || _contacts.SelectMany(c => c.Mandats).Any(m => m.Succede(mandat)),
            PasseDElleMeme = !ASucceder(mandat.Role),
        };

    /// <summary>Les rôles que quelqu'un doit tenir pour que la collectivité signe et siège.</summary>
    private static bool ASucceder(RoleDeContact role) =>
        role is RoleDeContact.Signataire or RoleDeContact.EluCaoTitulaire or RoleDeContact.EluCaoSuppleant;

    public Contact? Contact(Guid id) => _contacts.Find(c => c.Id == id);

    /// <summary>L'exécutif en place ce jour-là, avec la qualité que les actes citent.</summary>
    public (Contact Contact, Mandat Mandat)? Representant(DateOnly jour) =>
        TitulairesDe(RoleDeContact.Signataire, jour) is [var signataire, ..] ? signataire : null;

    /// <summary>Ceux qui tiennent ce rôle ce jour-là.</summary>
    public IReadOnlyList<(Contact Contact, Mandat Mandat)> TitulairesDe(RoleDeContact role, DateOnly jour) =>
        [.. _contacts.SelectMany(c => c.Mandats.Where(m => m.Role == role && m.EstEnVigueur(jour)).Select(m => (c, m)))];

    /// <param name="c">Les coordonnées telles qu'elles seraient.</param>
    /// <param name="corrige">Le contact que l'on corrige : le téléphone qu'il porte déjà reste admis.</param>
    public Verdict PeutEnregistrer(CoordonneesDeContact c, Guid? corrige = null) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new TexteRequis("contact-nom", "le nom", Texte.Net(c.Nom), IdentiteDeCollectivite.LongueurDuNom),
                    new TexteBorne("contact-prenom", "le prénom", Texte.Net(c.Prenom), IdentiteDeCollectivite.LongueurDuNom),
                    new CourrielPlausible("contact-courriel", Texte.Net(c.Courriel)),
                    new TelephonePlausible(
                        "contact-telephone",
                        Texte.Net(c.Telephone),
                        corrige is { } id ? Contact(id)?.Coordonnees.Telephone : null
                    )
                )
            );

    public Contact AjouterContact(CoordonneesDeContact coordonnees)
    {
        PeutEnregistrer(coordonnees).Exiger();
        var contact = new Contact(coordonnees);
        _contacts.Add(contact);
        Signaler(new ContactChange(Id, $"Contact ajouté : {contact.NomComplet}.", null, contact.Coordonnees.ToString()));
        return contact;
    }

    /// <exception cref="KeyNotFoundException">Ce contact n'est pas de cette collectivité.</exception>
    public void ModifierContact(Guid id, CoordonneesDeContact coordonnees)
    {
        PeutEnregistrer(coordonnees, id).Exiger();
        var contact = Trouver(id);
        var avant = contact.Coordonnees.ToString();
        contact.Remplacer(coordonnees);
        var apres = contact.Coordonnees.ToString();
        if (avant != apres)
        {
            Signaler(new ContactChange(Id, $"Contact modifié : {contact.NomComplet}.", avant, apres));
        }
    }

    public Verdict PeutRetirerContact(Guid id) => PeutModifier().Et(Verdict.De(new ContactSansMandat(Trouver(id).Mandats.Count)));

    public void RetirerContact(Guid id)
    {
        PeutRetirerContact(id).Exiger();
        var contact = Trouver(id);
        _contacts.Remove(contact);
        Signaler(new ContactChange(Id, $"Contact retiré : {contact.NomComplet}.", contact.Coordonnees.ToString(), null));
    }

    /// <summary>Dit si un mandat peut commencer, ou être corrigé.</summary>
    /// <param name="donnees">Le mandat tel qu'il serait.</param>
    /// <param name="corrige">Celui que l'on corrige, le cas échéant.</param>
    public Verdict PeutTenirMandat(DonneesDeMandat donnees, Guid? corrige = null) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new TexteBorne("qualite", "la qualité", Texte.Net(donnees.Qualite), IdentiteDeCollectivite.LongueurDuNom),
                    new TexteBorne(
                        "deliberation",
                        "la délibération",
                        Texte.Net(donnees.Deliberation),
                        IdentiteDeCollectivite.LongueurDuNom
                    ),
                    new DatePlausible("debut", "Le début du mandat", donnees.Debut),
                    new DatePlausible("fin", "La fin du mandat", donnees.Fin),
                    new DatePlausible("date-deliberation", "La date de la délibération", donnees.DateDeLaDeliberation),
                    new FinApresDebut("fin", donnees.Debut, donnees.Fin),
                    new UnSeulSignataire(
                        donnees.Role is RoleDeContact.Signataire ? AutreSignataire(donnees, corrige) : null,
                        donnees.Debut
                    )
                )
            );

    public void OuvrirMandat(Guid contactId, DonneesDeMandat donnees)
    {
        PeutTenirMandat(donnees).Exiger();
        var contact = Trouver(contactId);
        var mandat = contact.Ouvrir(donnees);
        Signaler(new ContactChange(Id, $"Mandat ouvert pour {contact.NomComplet}.", null, EnClair(mandat)));
    }

    public void CorrigerMandat(Guid contactId, Guid mandatId, DonneesDeMandat donnees)
    {
        PeutTenirMandat(donnees, mandatId).Exiger();
        var contact = Trouver(contactId);
        var mandat = contact.Mandats.First(m => m.Id == mandatId);
        var avant = EnClair(mandat);
        mandat.Remplacer(donnees);
        if (avant != EnClair(mandat))
        {
            Signaler(new ContactChange(Id, $"Mandat modifié pour {contact.NomComplet}.", avant, EnClair(mandat)));
        }
    }

    public void TerminerMandat(Guid contactId, Guid mandatId, DateOnly dernierJour) =>
        CorrigerMandat(
            contactId,
            mandatId,
            Trouver(contactId).Mandats.First(m => m.Id == mandatId).Donnees with
            {
                Fin = dernierJour,
            }
        );

    private Contact Trouver(Guid id) => Contact(id) ?? throw new KeyNotFoundException("Contact inconnu de cette collectivité.");

    private string? AutreSignataire(DonneesDeMandat donnees, Guid? corrige) =>
        _contacts
            .Where(c =>
                c.Mandats.Any(m =>
                    m.Role is RoleDeContact.Signataire
                    && m.Id != corrige
                    && (m.Fin is null || m.Fin >= donnees.Debut)
                    && (donnees.Fin is null || m.Debut <= donnees.Fin)
                )
            )
            .Select(c => c.NomComplet)
            .FirstOrDefault();

    private static string EnClair(Mandat m) =>
        string.Join(
            ", ",
            new[]
            {
                m.Role.Libelle(),
                m.Qualite,
                m.Fin is null ? $"depuis le {Jour(m.Debut)}" : $"du {Jour(m.Debut)} au {Jour(m.Fin)}",
                m.Deliberation,
                Jour(m.DateDeLaDeliberation),
            }.Where(t => t is not null)
        );
}
