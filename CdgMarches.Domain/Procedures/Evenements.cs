using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

public sealed record ProcedureCreee(ReferenceDeProcedure Reference, string Objet) : IEvenementMetier
{
    public string Libelle => $"Procédure {Reference} créée : {Objet}.";
}

public sealed record ProcedureModifiee(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Objet ou nature de la procédure modifiés.";
}

public sealed record ProcedureConfiee : IEvenementMetier
{
    public string Libelle => "Responsable et suppléant de la procédure désignés.";
}

public sealed record LotDeProcedureAjoute(int Numero, string Intitule) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} ajouté : {Intitule}.";
}

public sealed record LotDeProcedureModifie(int Numero, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} modifié.";
}

public sealed record LotDeProcedureSupprime(int Numero, string Intitule) : IEvenementMetier
{
    public string Libelle => $"Lot {Numero.ToString(Francais.Culture)} supprimé : {Intitule}.";
}

public sealed record ProcedureLancee(DateOnly Jour, int Membres, string? Motif = null) : IEvenementMetier
{
    public string Libelle =>
        $"Procédure lancée le {EnClair.Date(Jour)} ; liste des membres figée : {EnClair.Compter(Membres, "acheteur")}.";
}

public sealed record ProcedureTerminee(DateOnly Jour, IssueDeProcedure Issue) : IEvenementMetier
{
    public string Libelle => $"Procédure terminée le {EnClair.Date(Jour)} : {Issue.Libelle().ToLower(Francais.Culture)}.";
}
